package org.w3id.bykz.rdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Gzip at its fastest level; quads repeat so much that more effort gains little. No timestamp. */
final class FastGzip extends GZIPOutputStream {

  FastGzip(OutputStream out) throws IOException {
    super(out, 1 << 16);
    def.setLevel(Deflater.BEST_SPEED);
  }
}
