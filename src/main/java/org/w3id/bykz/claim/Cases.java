package org.w3id.bykz.claim;

import java.util.Locale;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Word;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.text.Language;

/** What its case makes of a party that no preposition governs, where the form shows it. */
final class Cases {

  private final Scene scene;
  private final Mentions m;
  private final NounPhrases phrases;

  Cases(Scene scene, NounPhrases phrases) {
    this.scene = scene;
    this.m = scene.m;
    this.phrases = phrases;
  }

  /** Without a preposition the case decides, where the form shows it. */
  Marker of(int last, Mention mention) {
    String text = m.token(last).folded();
    return switch (scene.language()) {
      case DE -> {
        boolean article = mention.from() > 0 && isGenitiveArticle(mention.from());
        boolean ending = text.endsWith("s") && !text.equals(labelEnd(mention));
        yield article || ending ? Marker.GENITIVE : Marker.UNMARKED;
      }
      case RU -> russianCase(last, text, mention);
      default -> Marker.UNMARKED;
    };
  }

  private boolean isGenitiveArticle(int from) {
    int i = from - 1;
    while (i > 0 && phrases.isInside(i) && !m.token(i).is("des") && !m.token(i).is("der")) {
      i--;
    }
    return m.token(i).is("des")
        || (m.token(i).is("der")
            && i > 0
            && m.word(i - 1).is(Feature.NOUN)
            && m.token(i - 1).isCapitalised());
  }

  private static String labelEnd(Mention mention) {
    return mention
        .concept()
        .preferredLabel(Language.DE)
        .map(label -> label.substring(label.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private Marker russianCase(int last, String text, Mention mention) {
    if (mention.is("organisation")) {
      int head = headOfName(mention);
      if (head >= 0) {
        return ofCase(head);
      }
      if (m.token(last).is("\"")) {
        return ofQuoted(mention);
      }
    }
    var word = m.word(last);
    int before = mention.from() - 1;
    boolean given = m.isWord(before, "transparent") && !mention.isAdjective() && isDative(before);
    if (given || isDative(last)) {
      return Marker.GOAL;
    }
    if (mention.isAdjective() && isNominative(mention.from())) {
      return Marker.UNMARKED;
    }
    if (word.is(Feature.INSTRUMENTAL)
        && !word.is(Feature.NOMINATIVE)
        && !word.is(Feature.GENITIVE)) {
      return Marker.AGENT;
    }
    if (text.endsWith("ом") || text.endsWith("ью") || text.endsWith("ами")) {
      return Marker.AGENT;
    }
    boolean afterNoun =
        mention.from() > 0
            && m.word(mention.from() - 1).is(Feature.NOUN)
            && !m.isWord(mention.from() - 1, "conjunction");
    boolean adjective = word.is(Feature.ADJECTIVE) || word.is(Feature.UNKNOWN);
    if (adjective && (isNominative(last) && text.length() > 5 || text.endsWith("ую"))) {
      return Marker.UNMARKED;
    }
    if (word.is(Feature.GENITIVE) && !word.is(Feature.UNKNOWN)) {
      return afterNoun || !word.is(Feature.NOMINATIVE) ? Marker.GENITIVE : Marker.UNMARKED;
    }
    boolean oblique =
        Few.of(mention.concept().labels())
            .filter(l -> l.language() == Language.RU)
            .noneMatch(l -> l.text().toLowerCase(Locale.ROOT).replace('ё', 'е').endsWith(text));
    return oblique ? Marker.GENITIVE : Marker.UNMARKED;
  }

  /** The noun that declines in an organisation's name: its own head, or that before a quotation. */
  private int headOfName(Mention name) {
    int from = name.from();
    if (m.token(from).is("\"")) {
      int before = from - 1;
      while (before > 0 && m.isWord(before, "legal-form")) {
        before--;
      }
      boolean head =
          before >= 0
              && (m.isWord(before, "organisation-head") || m.isWord(before, "transparent"))
              && m.word(before).is(Feature.NOUN);
      return head ? before : -1;
    }
    boolean behind =
        from > 0
            && m.isWord(from - 1, "organisation-head")
            && m.word(from - 1).is(Feature.NOUN)
            && m.token(from).text().charAt(0) < 0x250;
    if (behind) {
      return from - 1;
    }
    for (int i = from; i < name.to(); i++) {
      if (m.isWord(i, "organisation-head") && m.word(i).is(Feature.NOUN)) {
        return i;
      }
    }
    return -1;
  }

  private Marker ofCase(int head) {
    var word = m.word(head);
    if (word.is(Feature.DATIVE) && isGiven(head) && isBehindVerb(head)) {
      return Marker.GOAL;
    }
    if (word.is(Feature.NOMINATIVE)) {
      return Marker.UNMARKED;
    }
    if (word.is(Feature.INSTRUMENTAL)) {
      return Marker.AGENT;
    }
    return isDative(head) ? Marker.GOAL : Marker.GENITIVE;
  }

  /** A quoted name without a noun of its own declines itself, if it does. */
  private Marker ofQuoted(Mention name) {
    String inner = m.token(name.to() - 2).folded();
    boolean declined =
        !name.concept()
            .preferredLabel(Language.RU)
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .replace('ё', 'е')
            .endsWith(inner);
    if (declined && (inner.endsWith("ом") || inner.endsWith("ем") || inner.endsWith("ью"))) {
      return Marker.AGENT;
    }
    if (declined && (inner.endsWith("у") || inner.endsWith("ю")) && isGiven(name.from())) {
      return Marker.GOAL;
    }
    boolean afterNoun =
        name.from() > 0
            && m.word(name.from() - 1).is(Feature.NOUN)
            && !m.word(name.from() - 1).is(Feature.ADJECTIVE)
            && !m.isWord(name.from() - 1, "conjunction");
    return declined || afterNoun ? Marker.GENITIVE : Marker.UNMARKED;
  }

  /** Whether a noun without a preposition is whom goods are given to: продано казахстанцам. */
  private boolean isDative(int noun) {
    var word = m.word(noun);
    return word.is(Feature.DATIVE)
        && !word.is(Feature.NOMINATIVE)
        && !word.is(Feature.GENITIVE)
        && isGiven(noun);
  }

  /** Whether a noun stands right behind a verb, with but adjectives between: поставил компании. */
  private boolean isBehindVerb(int noun) {
    int i = noun - 1;
    while (i > 0 && m.word(i).is(Feature.ADJECTIVE) && !m.word(i).is(Feature.FINITE)) {
      i--;
    }
    return i >= 0 && scene.isVerb(i) && m.at(Layer.CUE, i).isPresent();
  }

  /** Whether the clause of a token tells that goods are given, or before it of a supply. */
  private boolean isGiven(int token) {
    return Few.of(scene.cues("trade-flow"))
        .filter(c -> scene.sameClause(c.from(), token))
        .anyMatch(
            c ->
                c.concept().partOfSpeech().equals("verb")
                    ? c.concept().has("unmarked")
                    : c.to() <= token
                        && c.concept().value("unmarked").filter("exporter"::equals).isPresent());
  }

  /** In Russian the case after в and на tells a goal from a place; in German bei is near a town. */
  Marker behindPreposition(Marker marker, Mention mention) {
    int last = mention.to() - 1;
    if (scene.language() == Language.RU && marker == Marker.GOAL) {
      int head = mention.is("organisation") ? headOfName(mention) : -1;
      if (head >= 0 && isSubjectForm(m.word(head))) {
        return Marker.UNMARKED;
      }
      String text = m.token(last).folded();
      if (isIndeclinable(mention)) {
        return isReached(last) ? Marker.GOAL : Marker.LOCATION;
      }
      boolean locative =
          m.word(last).is(Feature.LOCATIVE) && !m.word(last).is(Feature.ACCUSATIVE)
              || text.endsWith("е")
              || text.endsWith("ии")
              || text.endsWith("ах")
              || text.endsWith("ях")
              || text.endsWith("ой") && m.word(last).is(Feature.ADJECTIVE)
              || (text.endsWith("ти") && m.word(last).keys().contains("область"));
      return locative ? Marker.LOCATION : Marker.GOAL;
    }
    boolean nearTown =
        marker == Marker.SOURCE && mention.is("place") && m.token(mention.from() - 1).is("bei");
    return nearTown ? Marker.LOCATION : marker;
  }

  /** Whether a noun can stand but in the nominative: в Казахстан фабрика «Неман» отправила. */
  private static boolean isSubjectForm(Word word) {
    return word.is(Feature.NOMINATIVE)
        && !word.is(Feature.ACCUSATIVE)
        && !word.is(Feature.LOCATIVE);
  }

  /** Whether a name has one form in all cases, as Grodno and Almaty have. */
  private boolean isIndeclinable(Mention mention) {
    String text = m.text(mention.from(), mention.to());
    return mention.length() == 1
        && "оеиуыэ".indexOf(text.charAt(text.length() - 1)) >= 0
        && mention.concept().preferredLabel(Language.RU).filter(text::equals).isPresent();
  }

  /** Whether the clause of a token sends goods or people somewhere. */
  private boolean isReached(int token) {
    return Few.of(scene.cues("trade-flow"))
            .anyMatch(
                c -> c.concept().value("unmarked").isPresent() && scene.sameClause(c.from(), token))
        || Few.of(scene.cues("event", "visit")).anyMatch(c -> scene.sameClause(c.from(), token));
  }

  /** Whether an adjective's ending is one of the nominative, singular or plural. */
  boolean isNominative(int adjective) {
    String text = m.token(adjective).folded();
    return text.endsWith("ий")
        || text.endsWith("ие")
        || text.endsWith("ая")
        || text.endsWith("ое")
        || text.endsWith("ый")
        || text.endsWith("ые");
  }
}
