/** bykz: news texts in, a knowledge graph of the Belarus-Kazakhstan partnership out. */
package org.w3id.bykz;
