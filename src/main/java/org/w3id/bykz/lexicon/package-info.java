/**
 * Which surface forms name what: concepts with their labels, the morphology that makes their
 * inflected forms match, and the trie that finds them. Imports no RDF library: labels come as
 * records.
 */
package org.w3id.bykz.lexicon;
