/**
 * Files as they are published become documents: one source format each. What cannot be read is
 * refused in one sentence that says what, where, and what to do.
 */
package org.w3id.bykz.loader;
