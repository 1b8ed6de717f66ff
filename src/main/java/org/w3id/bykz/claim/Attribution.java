package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;
import org.w3id.bykz.text.Token;

/**
 * Says for each sentence of a document who speaks in it: what a verb of saying governs, the
 * quotation it belongs to, and quotations that go on; agencies and press services are nobody's
 * voice.
 */
final class Attribution {

  private final List<Optional<Discourse.Holder>> speakers = new ArrayList<>();
  private Optional<Discourse.Holder> last = Optional.empty();

  /** The bodies that have spoken, the last one first. */
  private final List<Discourse.Holder> bodies = new ArrayList<>();

  /** The one person that the sentence before named, where nobody spoke in it. */
  private Optional<Discourse.Holder> named = Optional.empty();

  private int open = -1;
  private int paragraph = -1;
  private int dashFrom = -1;

  /** Whether the sentence before was a question, as in an interview. */
  private boolean asked;

  /** Whether the sentence before told figures of trade, which a series goes on with. */
  private boolean ofSeries;

  /** Takes the sentences in order. */
  void read(Scene scene) {
    int index = speakers.size();
    boolean wasOpen = open >= 0;
    boolean wasOfSeries = ofSeries && scene.sentence().paragraph() == paragraph;
    ofSeries = isOfSeries(scene);
    if (scene.sentence().paragraph() != paragraph) {
      paragraph = scene.sentence().paragraph();
      dashFrom = isDashQuote(scene) ? index : -1;
      if (dashFrom >= 0 && asked && last.isEmpty()) {
        last = Few.of(scene.discourse.holders()).findFirst();
      }
    }
    last = last.map(h -> known(scene, h));
    boolean[] quoted = quoted(scene, wasOpen);
    Optional<Discourse.Holder> explicit = explicit(scene, quoted).map(this::named);
    named = explicit.isPresent() ? Optional.empty() : only(scene);
    boolean refersBack = refersBack(scene);
    if (refersBack && explicit.isPresent() && index > 0) {
      speakers.set(index - 1, explicit);
      speakers.add(Optional.empty());
      last = explicit;
      return;
    }
    if (explicit.isPresent()) {
      last = explicit;
      if (wasOpen) {
        for (int i = open; i < index; i++) {
          speakers.set(i, explicit);
        }
      }
      if (dashFrom >= 0) {
        for (int i = dashFrom; i < index; i++) {
          speakers.set(i, explicit);
        }
      }
      speakers.add(explicit);
    } else if (wasOpen
        || startsQuoted(quoted)
        || dashFrom >= 0
        || isReported(scene)
        || spoke(index) && isReportedFurther(scene, quoted)) {
      speakers.add(last);
    } else if (wasOfSeries && ofSeries) {
      speakers.add(speakers.get(index - 1));
    } else {
      speakers.add(Optional.empty());
    }
    asked = scene.m.token(scene.size() - 1).is("?");
    boolean openNow = quoted[quoted.length - 1];
    open = openNow ? (wasOpen ? open : index) : -1;
  }

  Optional<Discourse.Holder> speaker(int sentence) {
    return speakers.get(sentence);
  }

  /**
   * Whether a sentence tells figures of trade as they are: what is planned is no part of a series.
   */
  private static boolean isOfSeries(Scene scene) {
    if (Few.of(scene.m.in(Layer.WORD))
        .anyMatch(w -> Modality.signalledBy(w.concept()).isPresent())) {
      return false;
    }
    for (int i = 0; i < scene.size(); i++) {
      if (scene.m.token(i).type() == Token.Type.NUMBER) {
        return !scene.cues("trade-value").isEmpty();
      }
    }
    return false;
  }

  private static boolean isDashQuote(Scene scene) {
    return scene.size() > 3
        && scene.sentence().zone() != Sentence.Zone.LIST_ITEM
        && scene.m.token(0).is("-")
        && scene.m.token(0).type() == Token.Type.PUNCTUATION;
  }

  private static boolean startsQuoted(boolean[] quoted) {
    int inside = 0;
    for (boolean q : quoted) {
      inside += q ? 1 : 0;
    }
    return inside * 2 > quoted.length;
  }

  /** For each token whether it stands in a quotation; one more entry: open at the end. */
  private static boolean[] quoted(Scene scene, boolean open) {
    boolean[] quoted = new boolean[scene.size() + 1];
    boolean inside = open;
    boolean aside = false;
    for (int i = 0; i < scene.size(); i++) {
      Token token = scene.m.token(i);
      if (!token.isWord() && token.is("\"")) {
        inside = opens(scene, i, inside);
      }
      if (token.is("-")) {
        aside = !aside && isAside(scene, i);
      }
      quoted[i] = inside && !aside;
    }
    quoted[scene.size()] = inside;
    return quoted;
  }

  /** Whether a Russian quotation is broken off to say whose it is: «..., — said X. — ...». */
  private static boolean isAside(Scene scene, int dash) {
    return scene.language() == Language.RU
        && dash > 0
        && dash + 1 < scene.size()
        && (scene.m.token(dash - 1).is(",")
            || scene.m.token(dash - 1).is("!")
            || scene.m.token(dash - 1).is("?"))
        && Few.of(scene.m.words(dash + 1))
            .anyMatch(w -> w.concept().value("speech").filter("verb"::equals).isPresent());
  }

  private static boolean opens(Scene scene, int i, boolean inside) {
    String text = scene.m.token(i).text();
    return switch (text) {
      case "\u201e", "\u00ab" -> true;
      case "\u00bb", "\u201d" -> false;
      case "\u201c" -> !inside;
      default -> !inside;
    };
  }

  /** A body told by its kind alone is the one of that kind named before: the embassy. */
  private Discourse.Holder named(Discourse.Holder holder) {
    if (holder.person().kind() != Value.Kind.ORGANISATION) {
      return holder;
    }
    String label = holder.person().label();
    for (Discourse.Holder body : bodies) {
      String known = body.person().label().toLowerCase(Locale.ROOT);
      if (label.indexOf(' ') < 0
          && known.length() > label.length()
          && (" " + known + " ").contains(" " + label.toLowerCase(Locale.ROOT) + " ")) {
        return body;
      }
    }
    bodies.add(0, holder);
    return holder;
  }

  /** Whether a German verb says that somebody else's words are told: Belarus liefere Milch. */
  private static boolean isReported(Scene scene) {
    if (scene.language() != Language.DE) {
      return false;
    }
    boolean reported = false;
    for (int i = 0; i < scene.size(); i++) {
      if (scene.m.token(i).is("ich")) {
        return false;
      }
      reported |=
          scene.m.word(i).is(Feature.REPORTED)
              && !scene.m.word(i).is(Feature.ADJECTIVE)
              && !scene.m.word(i).hasLemma("ein")
              && !scene.m.token(i).isCapitalised();
    }
    return reported;
  }

  /** Whether somebody spoke in one of the two sentences before. */
  private boolean spoke(int index) {
    return index > 0 && speakers.get(index - 1).isPresent()
        || index > 1 && speakers.get(index - 2).isPresent();
  }

  /** Whether it goes on with what is reported, in the forms that stand in for the Konjunktiv I. */
  private static boolean isReportedFurther(Scene scene, boolean[] quoted) {
    for (int i = 0; i < scene.size(); i++) {
      if (!quoted[i] && scene.m.isWord(i, "reports-on")) {
        return true;
      }
    }
    return false;
  }

  private static boolean refersBack(Scene scene) {
    String first = scene.m.token(0).folded();
    boolean about = scene.size() > 1 && first.equals("об") && scene.m.token(1).is("этом");
    return about
        || (first.equals("this") || first.equals("das") || first.equals("dies"))
            && Few.of(scene.m.in(Layer.WORD))
                .anyMatch(w -> w.concept().key().equals("say") && w.from() <= 3);
  }

  private Optional<Discourse.Holder> explicit(Scene scene, boolean[] quoted) {
    List<Mention> words = new ArrayList<>();
    for (Mention word : scene.m.in(Layer.WORD)) {
      if (word.concept().has("speech") && !quoted[word.from()]) {
        words.add(word);
      }
    }
    int colon = colonBeforeQuote(scene, quoted);
    if (words.isEmpty() && colon < 0) {
      return Optional.empty();
    }
    List<Speakers.Named> named = Few.of(scene.named()).filter(n -> !quoted[n.from()]).toList();
    for (Mention word : words) {
      String speech = word.concept().value("speech").orElse("");
      Optional<Discourse.Holder> found =
          switch (speech) {
            case "verb" ->
                byVerb(scene, word, named).or(() -> Bodies.subjectOf(scene, word, quoted));
            case "adposition" ->
                byAdposition(scene, word, named).or(() -> Bodies.after(scene, word, quoted));
            case "again" -> he(scene);
            default -> Optional.empty();
          };
      if (found.isPresent()) {
        return found;
      }
    }
    return Few.of(named).filter(n -> n.to() <= colon).last().map(Speakers.Named::holder);
  }

  /** The colon that a quotation follows, as behind who says it; -1 if there is none. */
  private static int colonBeforeQuote(Scene scene, boolean[] quoted) {
    for (int i = 1; i + 1 < scene.size(); i++) {
      if (scene.m.token(i).is(":") && !quoted[i] && quoted[i + 1]) {
        return i;
      }
    }
    return -1;
  }

  private Optional<Discourse.Holder> byVerb(Scene scene, Mention verb, List<Speakers.Named> named) {
    if (verb.length() == 1 && (!scene.isVerb(verb.from()) || isPassive(scene, verb))) {
      return Optional.empty();
    }
    if (hasPronoun(scene, verb, 1)) {
      Optional<Discourse.Holder> first =
          Few.of(named)
              .filter(n -> n.to() <= verb.from())
              .min(Comparator.comparingInt(Speakers.Named::from))
              .map(Speakers.Named::holder);
      return first.isPresent() ? first : he(scene);
    }
    Optional<Speakers.Named> nearest =
        Few.of(named)
            .filter(
                n ->
                    distance(n, verb) <= 12
                        && !scene.m.isWord(n.from() - 1 < 0 ? 0 : n.from() - 1, "companion"))
            .min(Comparator.comparingInt(n -> distance(n, verb)));
    if (nearest.isPresent()) {
      return nearest.map(Speakers.Named::holder);
    }
    return hasPronoun(scene, verb, 3) ? he(scene) : Optional.empty();
  }

  /** Whether a Russian noun is of several, who all say it. */
  private static boolean isSeveral(Scene scene, Mention word) {
    return scene.language() == Language.RU
        && scene.m.word(word.from()).is(Feature.PLURAL)
        && !scene.m.word(word.from()).is(Feature.SINGULAR);
  }

  /** Whom he means: the one person of the sentence before, else who spoke last. */
  private Optional<Discourse.Holder> he(Scene scene) {
    return named.map(h -> known(scene, h)).or(() -> last);
  }

  /** The person with the office that the text has told by now. */
  private static Discourse.Holder known(Scene scene, Discourse.Holder holder) {
    return holder.office().isPresent()
        ? holder
        : scene.discourse.holder(holder.person().label()).orElse(holder);
  }

  private static Optional<Discourse.Holder> only(Scene scene) {
    List<Discourse.Holder> all =
        Few.of(scene.named()).map(Speakers.Named::holder).distinct().toList();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** Whether something is what is said: an accord to be concluded. */
  private static boolean isPassive(Scene scene, Mention verb) {
    return scene.language() == Language.EN
        && verb.from() > 0
        && scene.m.word(verb.from() - 1).hasLemma("be")
        && scene.m.word(verb.from()).is(Feature.PARTICIPLE)
        && scene.word("agent", verb.to(), verb.to() + 4).isEmpty();
  }

  private static boolean hasPronoun(Scene scene, Mention verb, int reach) {
    return Few.of(scene.m.in(Layer.WORD))
        .anyMatch(
            w ->
                w.concept().value("speech").filter("pronoun"::equals).isPresent()
                    && !isSeveral(scene, w)
                    && Math.abs(w.from() - verb.from()) <= reach);
  }

  private static int distance(Speakers.Named named, Mention verb) {
    return named.from() >= verb.to() ? named.from() - verb.to() : verb.from() - named.to();
  }

  private Optional<Discourse.Holder> byAdposition(
      Scene scene, Mention word, List<Speakers.Named> named) {
    return Few.of(named)
        .filter(
            n -> Math.abs(n.from() - word.to()) <= 10 && scene.sameClause(n.from(), word.from()))
        .min(Comparator.comparingInt(n -> Math.abs(n.from() - word.to())))
        .map(Speakers.Named::holder)
        .or(() -> hasPronoun(scene, word, 2) ? last : Optional.empty());
  }
}
