/**
 * The read-only endpoint and its pages, on one server and port: SPARQL 1.1 Protocol, Graph Store
 * Protocol, and a page or RDF for every IRI of ours.
 */
package org.w3id.bykz.web;
