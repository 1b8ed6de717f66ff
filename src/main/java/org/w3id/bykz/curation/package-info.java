/**
 * Corrects claims before they become statements: what a curator said of them is applied to what was
 * read, whatever version of the extractor read it, and what fits nothing any more is named.
 */
package org.w3id.bykz.curation;
