/** What a page shows: records in the reader's language, read from the graph by bundled queries. */
package org.w3id.bykz.view;
