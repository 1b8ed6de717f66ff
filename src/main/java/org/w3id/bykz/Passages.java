package org.w3id.bykz;

import java.util.List;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.rdf.Coverage;
import org.w3id.bykz.text.Sentence;
import org.w3id.bykz.text.Sentence.Zone;

/**
 * Counts the sentences that claims rest on, in one pass over a text: its sentences and the claims'
 * passages both come in its order, those in UTF-16 units, these in code points.
 */
final class Passages {

  private final String text;
  private final List<Claim> claims;
  private int unit;
  private int point;
  private int next;

  /** Where the passages end that begin before the present sentence's end, the last of them. */
  private int reached;

  private Passages(String text, List<Claim> claims) {
    this.text = text;
    this.claims = claims;
  }

  static Coverage coverage(String text, List<Sentence> sentences, List<Claim> claims) {
    Passages passages = new Passages(text, claims);
    int read = 0;
    int withClaims = 0;
    for (Sentence sentence : sentences) {
      if (sentence.zone() != Zone.BOILERPLATE && sentence.zone() != Zone.DATELINE) {
        read++;
        withClaims += passages.touch(sentence) ? 1 : 0;
      }
    }
    return new Coverage(read, withClaims);
  }

  private boolean touch(Sentence sentence) {
    int begin = pointAt(sentence.begin());
    int end = pointAt(sentence.end());
    while (next < claims.size() && claims.get(next).span().start() < end) {
      reached = Math.max(reached, claims.get(next).span().end());
      next++;
    }
    return reached > begin;
  }

  private int pointAt(int to) {
    point += text.codePointCount(unit, to);
    unit = to;
    return point;
  }
}
