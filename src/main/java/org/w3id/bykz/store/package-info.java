/**
 * The embedded store: quads pass shapes and checks, then replace whole graphs, all or nothing; what
 * was published is read by any number of processes. Knows files and Jena, nothing of how the quads
 * were made.
 */
package org.w3id.bykz.store;
