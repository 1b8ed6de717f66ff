/**
 * Extraction on Apache Spark: the same loaders, pipeline and writers on many machines, a part of
 * the input at a time, each part finished by itself and never twice.
 */
package org.w3id.bykz.spark;
