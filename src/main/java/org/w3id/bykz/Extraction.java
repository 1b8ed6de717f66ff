package org.w3id.bykz;

import java.io.IOException;
import java.util.List;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.ClaimLines;
import org.w3id.bykz.rdf.Coverage;
import org.w3id.bykz.rdf.QuadWriter;
import org.w3id.bykz.text.Document;

/** What became of one text: the document, its claims in the text's order, and how much gave any. */
public record Extraction(Document document, List<Claim> claims, Coverage coverage) {

  public Extraction {
    claims = List.copyOf(claims);
  }

  public void writeTo(QuadWriter quads) {
    quads.write(document, claims, coverage);
  }

  public void writeTo(ClaimLines lines) throws IOException {
    for (Claim claim : claims) {
      lines.write(claim);
    }
  }
}
