/**
 * What people have becomes documents: plain text, web pages, tables of articles and archives of the
 * web, each by a loader of its own, with gzip or without. What cannot be read is refused in one
 * sentence that says what, where, and what to do.
 */
package org.w3id.bykz.loader;
