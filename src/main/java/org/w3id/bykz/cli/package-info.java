/** The command line: options in, one call, exit code out. */
package org.w3id.bykz.cli;
