/** Releases: dumps of what was published, their description, and what changed since the last. */
package org.w3id.bykz.publish;
