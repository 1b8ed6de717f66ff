/**
 * What was published, for others: releases (dumps, the cube as a table, their description, what
 * changed since the last), and stores elsewhere that are to hold the same.
 */
package org.w3id.bykz.publish;
