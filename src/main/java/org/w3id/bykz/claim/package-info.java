/**
 * Claims: frames with their roles filled, who says it and how surely; and how they are read from
 * sentences and mentions. Imports no RDF library.
 */
package org.w3id.bykz.claim;
