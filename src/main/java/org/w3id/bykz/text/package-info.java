/**
 * Text as published: documents, their sentences and tokens, and spans that point into them. Knows
 * nothing of names, frames or RDF.
 */
package org.w3id.bykz.text;
