/**
 * Questions: finds the {@code .rq} files, binds their parameters as values, runs them and any other
 * query, and writes the rows.
 */
package org.w3id.bykz.query;
