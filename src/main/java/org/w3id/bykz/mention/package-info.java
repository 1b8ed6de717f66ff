/**
 * Finds in a sentence what names something: things of the vocabularies, persons and organisations
 * that none has, numbers, dates. Imports no RDF library.
 */
package org.w3id.bykz.mention;
