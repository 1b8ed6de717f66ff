package org.w3id.bykz.claim;

import java.util.List;

/** Reads the claims of one frame from a sentence. */
interface FrameReader {

  void read(Scene scene, List<Draft> drafts);
}
