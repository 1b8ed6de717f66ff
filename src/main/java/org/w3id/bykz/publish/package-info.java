/**
 * Releases: dumps of what was published, its cube as a table, their description, and what changed
 * since the last.
 */
package org.w3id.bykz.publish;
