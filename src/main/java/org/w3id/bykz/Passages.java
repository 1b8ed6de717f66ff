package org.w3id.bykz;

import java.util.ArrayList;
import java.util.List;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.rdf.Coverage;
import org.w3id.bykz.text.CodePoints;
import org.w3id.bykz.text.Sentence;
import org.w3id.bykz.text.Sentence.Zone;
import org.w3id.bykz.text.Span;

/**
 * Counts the sentences that claims rest on, in one pass over a text: its sentences and the claims'
 * passages both come in its order, those in UTF-16 units, these in code points.
 */
final class Passages {

  private final CodePoints points;
  private final List<Claim> claims;
  private int next;

  /** Where the passages end that begin before the present sentence's end, the last of them. */
  private int reached;

  private Passages(String text, List<Claim> claims) {
    this.points = new CodePoints(text);
    this.claims = claims;
  }

  static Coverage coverage(String text, List<Sentence> sentences, List<Claim> claims) {
    Passages passages = new Passages(text, claims);
    int read = 0;
    List<Span> silent = new ArrayList<>();
    for (Sentence sentence : sentences) {
      Span span = passages.points.span(sentence.begin(), sentence.end());
      boolean speaks = passages.touches(span);
      // A curator may find a claim where none is looked for.
      if (speaks || sentence.zone() != Zone.BOILERPLATE && sentence.zone() != Zone.DATELINE) {
        read++;
        if (!speaks) {
          silent.add(span);
        }
      }
    }
    return new Coverage(read, silent);
  }

  /** Whether a claim rests on a part of a sentence, which comes after those asked before. */
  private boolean touches(Span sentence) {
    while (next < claims.size() && claims.get(next).span().start() < sentence.end()) {
      reached = Math.max(reached, claims.get(next).span().end());
      next++;
    }
    return reached > sentence.start();
  }
}
