/**
 * Measures what the extractor finds against what a careful reader found: both as lines of JSON, a
 * pair of claims as like as their roles are, and the figures with intervals. Knows nothing of RDF.
 */
package org.w3id.bykz.evaluate;
