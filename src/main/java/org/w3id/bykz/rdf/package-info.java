/**
 * Mints IRIs, turns claims into statements and writes them as N-Quads; reads the vocabularies and
 * the catalogue. The only room of the writing half that knows RDF, and it knows it by RDF4J.
 */
package org.w3id.bykz.rdf;
