package org.w3id.bykz.mention;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Lexicon;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;

/**
 * The names of firms that no vocabulary has and that need no quotation marks, in texts written in
 * Latin letters. A name that one sentence shows to be a firm's, by the noun before or after it, by
 * its shape or by what it does, is one wherever the text has it, be it in the genitive: Lidalacks.
 */
public final class FirmNames {

  /** Most tokens between a name and the noun that says what it is: X, an investment house. */
  private static final int APPOSITION = 7;

  private static final int LONGEST = 4;

  /** What is shorter is mostly no name of its own. */
  private static final int SHORTEST = 4;

  private final Set<String> names = new HashSet<>();
  private final List<String> endings;

  private FirmNames(List<String> endings) {
    this.endings = endings;
  }

  /**
   * Those of a text.
   *
   * @param lexicon knows how the names of firms end
   */
  public static FirmNames of(List<Mentions> sentences, Lexicon lexicon) {
    FirmNames firms =
        new FirmNames(
            lexicon.concept("word/firm-part").map(c -> c.values("firmEnding")).orElse(List.of()));
    firms.learn(sentences);
    return firms;
  }

  private void learn(List<Mentions> sentences) {
    for (Mentions m : sentences) {
      for (int i = 0; m.sentence().language() != Language.RU && i < m.size(); i++) {
        int end = end(m, i);
        int behind =
            m.sentence().language() == Language.DE
                ? GermanNames.behindKind(m, i).map(Mention::to).orElse(i)
                : i;
        if (end > i && isFirm(m, i, end)) {
          names.add(m.text(i, end));
        } else if (behind > i) {
          names.add(m.text(i, behind));
        }
      }
    }
    if (!names.isEmpty()) {
      Set<String> persons = persons(sentences);
      names.removeIf(name -> persons.contains(name.substring(name.lastIndexOf(' ') + 1)));
    }
  }

  /** The words of the persons' names. */
  private static Set<String> persons(List<Mentions> sentences) {
    Set<String> words = new HashSet<>();
    for (Mentions m : sentences) {
      for (Mention person : NameFinder.persons(m)) {
        for (int i = person.from(); i < person.to(); i++) {
          words.add(m.token(i).text());
        }
      }
    }
    return words;
  }

  /** The firm whose name starts at a token. */
  Optional<Mention> at(Mentions m, int i) {
    boolean genitive = m.sentence().language() == Language.DE;
    for (int end = lastCapital(m, i); end > i; end--) {
      String text = m.text(i, end);
      boolean cut = genitive && text.endsWith("s") && !names.contains(text);
      String name = cut ? text.substring(0, text.length() - 1) : text;
      if (names.contains(name)) {
        return Optional.of(NameFinder.open("organisation", name, i, end, m));
      }
    }
    return Optional.empty();
  }

  /** Where the longest name could end that starts at a token; there if none could. */
  private int lastCapital(Mentions m, int i) {
    int end = i;
    boolean starts =
        !names.isEmpty() && m.token(i).isCapitalised() && (i == 0 || m.token(i).spaceBefore());
    for (int j = i; starts && j < m.size() && j - i < LONGEST * 2; j++) {
      boolean word = m.token(j).isWord() && m.token(j).isCapitalised();
      if (!word && !m.token(j).is("-") && !m.token(j).is("&")) {
        break;
      }
      end = word ? j + 1 : end;
    }
    return end;
  }

  /** The end of the capitalised words that start at {@code i}; {@code i} if they can be no firm. */
  private static int end(Mentions m, int i) {
    if (!isNameWord(m, i) || i > 0 && isNameWord(m, i - 1) && !startsAfterNoun(m, i)) {
      return i;
    }
    boolean place = isPlace(m, i);
    int end = i + 1;
    while (end < m.size() && end - i < LONGEST * 2) {
      boolean glued =
          (m.token(end).is("-") && !m.token(end).spaceBefore() || m.token(end).is("&"))
              && end + 1 < m.size();
      boolean part =
          glued ? m.token(end + 1).isCapitalised() : isNameWord(m, end) && !isPlace(m, end);
      if (!part) {
        break;
      }
      end += glued ? 2 : 1;
    }
    boolean opens = i == 0 && end == 1 && !m.word(0).is(Feature.UNKNOWN);
    return place && end == i + 1 || opens ? i : end;
  }

  /** In German every noun is capitalised, so that a name may follow one. */
  private static boolean startsAfterNoun(Mentions m, int i) {
    return m.sentence().language() == Language.DE
        && m.word(i).is(Feature.UNKNOWN)
        && !m.word(i - 1).is(Feature.UNKNOWN);
  }

  private static boolean isPlace(Mentions m, int i) {
    return m.at(Layer.PARTY, i).filter(p -> p.is("place") || p.is("region")).isPresent();
  }

  /** A capitalised word that nothing known covers but, at the start of a name, a town. */
  private static boolean isNameWord(Mentions m, int i) {
    Token token = m.token(i);
    return token.isWord()
        && token.isCapitalised()
        && token.text().length() > 1
        && (m.at(Layer.PARTY, i).isEmpty()
            || m.at(Layer.PARTY, i)
                .filter(p -> p.length() == 1 && !p.isAdjective() && isPlace(m, i))
                .isPresent())
        && m.at(Layer.OFFICE, i).isEmpty()
        && m.at(Layer.EVENT, i).isEmpty()
        && !m.isWord(i, "legal-form")
        && !m.isWord(i, "body")
        && !m.isWord(i, "calendar")
        && !m.isWord(i, "geographic")
        && (m.sentence().language() == Language.EN
            ? !m.word(i).is(Feature.PREPOSITION) && !m.isWord(i, "conjunction")
            : m.word(i).is(Feature.UNKNOWN)
                && !PersonNames.isCompound(token.text())
                && !isHead(m, i, false)
                && !GermanNames.isAdjectiveOfTown(m, i));
  }

  private boolean isFirm(Mentions m, int i, int end) {
    boolean strange = false;
    for (int j = i; j < end; j++) {
      strange |= m.token(j).isWord() && m.word(j).is(Feature.UNKNOWN) && !isPlace(m, j);
    }
    boolean several = end > i + 1;
    boolean geographic = end < m.size() && m.isWord(end, "geographic");
    if (geographic
        || NameFinder.isEventNamed(m, i)
        || !strange && !several
        || end - i == 1 && m.token(i).text().length() < SHORTEST) {
      return false;
    }
    boolean named =
        isHead(m, i - 1, false)
            || i > 0 && m.token(i - 1).is("the") && isHead(m, end, false)
            || end < m.size() && m.isWord(end, "legal-form")
            || isExplained(m, end)
            || isKindBefore(m, i)
            || NameFinder.isHeaded(m, i, end) && (headsFirm(m, i - 2) || headsFirm(m, end));
    // In German an unknown capitalised word is rather a compound.
    boolean english = m.sentence().language() == Language.EN;
    boolean surname = PersonNames.isSurname(m.token(end - 1).text().toLowerCase(Locale.ROOT));
    return named
        || hasFirmShape(m, i, end) && (strange || several)
        || english && strange && !surname && (acts(m, end) || isPartner(m, i));
  }

  /**
   * Whether a noun for a kind of firm stands at a token.
   *
   * @param named whether it belongs to the name, as in Brest Tool Company; English only
   */
  private static boolean isHead(Mentions m, int i, boolean named) {
    return i >= 0
        && i < m.size()
        && m.isWord(i, "organisation-head")
        && (m.sentence().language() == Language.EN ? m.token(i).isCapitalised() == named : !named);
  }

  /** Whether an apposition after the name tells that it is a firm: X, a maker of. */
  private static boolean isExplained(Mentions m, int end) {
    if (end + 1 >= m.size() || !m.token(end).is(",")) {
      return false;
    }
    boolean article =
        m.token(end + 1).is("one")
            || m.word(end + 1).hasLemma("a")
            || m.word(end + 1).hasLemma("the")
            || m.word(end + 1).hasLemma("ein")
            || m.word(end + 1).hasLemma("der");
    for (int j = end + 2; article && j < Math.min(m.size(), end + APPOSITION); j++) {
      if (isHead(m, j, false)) {
        return true;
      }
      if (!m.token(j).isWord() && !m.token(j).is("-")) {
        return false;
      }
    }
    return false;
  }

  /** Whether the name stands beside what it is: its distributor of many years, X. */
  private static boolean isKindBefore(Mentions m, int i) {
    if (i < 2 || !m.token(i - 1).is(",") || m.sentence().language() != Language.EN) {
      return false;
    }
    for (int j = i - 2; j >= Math.max(0, i - APPOSITION) && m.token(j).isWord(); j--) {
      if (isHead(m, j, false)) {
        return true;
      }
      if (m.word(j).is(Feature.FINITE) && !m.word(j).is(Feature.NOUN)) {
        return false;
      }
    }
    return false;
  }

  /** Whether a title is that of who heads a firm. */
  private static boolean headsFirm(Mentions m, int title) {
    return m.at(Layer.OFFICE, title)
        .filter(office -> office.concept().key().endsWith("chief-executive"))
        .isPresent();
  }

  /** Whether the words look like a firm's: mixed capitals, a town before a name, a telling part. */
  private boolean hasFirmShape(Mentions m, int i, int end) {
    if (isPlace(m, i) && end > i + 1 && m.sentence().language() == Language.EN) {
      return true;
    }
    for (int j = i; j < end; j++) {
      String text = m.token(j).text();
      if (NameFinder.isCamel(text)
          || m.token(j).is("&")
          || m.word(j).is(Feature.UNKNOWN) && Few.of(endings).anyMatch(text::endsWith)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the name is a subject, alone or with another, of a verb of trade, making or signing.
   */
  private static boolean acts(Mentions m, int end) {
    int after = end;
    while (after < m.size()
        && m.isWord(end, "and")
        && (after == end || m.token(after).isCapitalised())) {
      after++;
    }
    for (int j = after; j < Math.min(m.size(), after + 5); j++) {
      Optional<Mention> cue = m.at(Layer.CUE, j);
      if (cue.isPresent() && isAct(cue.get()) && m.word(j).is(Feature.VERB)) {
        return true;
      }
      if (!m.token(j).isWord() || m.token(j).isCapitalised()) {
        return false;
      }
    }
    return false;
  }

  private static boolean isAct(Mention cue) {
    List<String> frames = cue.concept().values("evokes");
    boolean visit = frames.contains("frame/event") || frames.contains("frame/cooperation");
    return !visit && cue.concept().partOfSpeech().equals("verb") && !cue.concept().has("refers");
  }

  /** Whether a document or a making with it is told of. */
  private static boolean isPartner(Mentions m, int i) {
    boolean marked =
        i > 0
            && (m.isWord(i - 1, "companion")
                || m.isWord(i - 1, "agent")
                || m.isWord(i - 1, "between"));
    if (!marked) {
      return false;
    }
    List<Mention> around = new ArrayList<>(m.in(Layer.CUE));
    around.addAll(m.in(Layer.AGREEMENT));
    return Few.of(around)
        .anyMatch(
            c ->
                c.is("agreement-kind")
                    || Few.of(c.concept().values("evokes"))
                        .anyMatch(
                            f ->
                                f.equals("frame/trade-flow")
                                    || f.equals("frame/project")
                                    || f.equals("frame/agreement")));
  }
}
