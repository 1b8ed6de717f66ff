/**
 * Finds what a sentence names: numbers, dates and names, each as a range of tokens with its
 * meaning. What words mean is data in {@code ontology}; here is only how they go together.
 */
package org.w3id.bykz.mention;
