package org.w3id.bykz.claim;

import java.util.Optional;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.text.Token;

/** Finds the title of a forum, exhibition or commission beside the word for it. */
final class EventNames {

  private static final int LONGEST = 12;

  private EventNames() {}

  static Optional<String> of(Scene scene, Mention noun) {
    Mentions m = scene.m;
    return quoted(m, noun).or(() -> around(m, noun)).filter(name -> name.length() > 3);
  }

  /** A quotation after the word, with nothing but small words between. */
  private static Optional<String> quoted(Mentions m, Mention noun) {
    for (int i = noun.to(); i < Math.min(m.size(), noun.to() + 4); i++) {
      if (m.token(i).is("\"")) {
        int end = i + 1;
        while (end < m.size() && !m.token(end).is("\"") && end - i < LONGEST) {
          end++;
        }
        return end < m.size() && end > i + 1 ? Optional.of(m.text(i + 1, end)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Capitalised words that the word for the event is part of or stands beside. */
  private static Optional<String> around(Mentions m, Mention noun) {
    int from = noun.from();
    while (from > 0 && isCapital(m, from - 1) && from > 1) {
      from--;
    }
    int to = noun.to();
    boolean capital = isCapital(m, noun.to() - 1);
    while (to < m.size() && (isCapital(m, to) || joins(m, to, capital) || isYear(m, to))) {
      to++;
    }
    boolean title = capital && to - from >= 2;
    if (title) {
      return Optional.of(m.text(from, to));
    }
    if (to > noun.to()) {
      return Optional.of(m.text(noun.to(), to));
    }
    return from < noun.from() ? Optional.of(m.text(from, noun.from())) : Optional.empty();
  }

  private static boolean isCapital(Mentions m, int i) {
    return m.token(i).isWord() && m.token(i).isCapitalised();
  }

  /** A small word between two capitalised ones, as in Commission on Trade and Cooperation. */
  private static boolean joins(Mentions m, int i, boolean inTitle) {
    return inTitle
        && m.token(i).isWord()
        && m.token(i).text().length() <= 4
        && i + 1 < m.size()
        && isCapital(m, i + 1);
  }

  private static boolean isYear(Mentions m, int i) {
    boolean hyphen = m.token(i).is("-") && !m.token(i).spaceBefore() && i + 1 < m.size();
    return hyphen && m.token(i + 1).type() == Token.Type.NUMBER
        || m.token(i).type() == Token.Type.NUMBER && i > 0 && m.token(i - 1).is("-");
  }
}
