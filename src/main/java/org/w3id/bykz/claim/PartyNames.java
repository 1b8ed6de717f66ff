package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.text.Language;

/** Which names of a sentence may be parties, each read as what it most likely names. */
final class PartyNames {

  private final Scene scene;
  private final Mentions m;
  private final NounPhrases phrases;

  PartyNames(Scene scene, NounPhrases phrases) {
    this.scene = scene;
    this.m = scene.m;
    this.phrases = phrases;
  }

  /** The names that may be parties, then the organisations that no vocabulary has. */
  List<Mention> find() {
    List<Mention> names = new ArrayList<>();
    for (Mention mention : m.in(Layer.PARTY)) {
      boolean relay = m.isWord(mention.from(), "relay") && mention.is("organisation");
      if (!relay
          && !isOfMoney(mention)
          && !isInTitle(mention)
          && !isInside(mention)
          && isLikeliest(mention)) {
        names.add(mention);
      }
    }
    for (Mention country : List.copyOf(names)) {
      located(country, names)
          .ifPresent(
              place -> {
                names.remove(country);
                if (country.from() > place.from() && names.remove(place)) {
                  names.add(new Mention(place.from(), country.to(), place.concept(), place.form()));
                }
              });
    }
    Few.of(scene.organisations).filter(o -> !o.overlapsAny(scene.persons)).forEach(names::add);
    return names;
  }

  /** Whether a name is an adjective, be it one that the name of a place equals. */
  boolean isAdjective(Mention mention) {
    return mention.isAdjective() || isOblast(mention) || isOfCity(mention);
  }

  /**
   * The region or place of which a country only says where it lies: Belarus' Brest Oblast, Pavlodar
   * Region of Kazakhstan.
   */
  private Optional<Mention> located(Mention country, List<Mention> names) {
    if (!country.is("country")) {
      return Optional.empty();
    }
    int from = country.from();
    int to = country.to();
    boolean owns = to < m.size() && phrases.isPossessiveEnd(to);
    int next = owns ? to + 1 : country.isAdjective() ? to : -1;
    boolean tied =
        from > 0
            && (m.token(from - 1).is(",")
                || m.token(from - 1).is("(")
                || scene.language() == Language.EN && m.token(from - 1).is("of"));
    boolean behind = tied || scene.language() == Language.RU && !country.isAdjective();
    int end = tied ? from - 1 : from;
    return Few.of(names)
        .filter(p -> p.is("region") || p.is("place"))
        .filter(p -> p.from() == next || behind && !country.isAdjective() && p.to() == end)
        .filter(
            p -> scene.entities.country(p.concept()).equals(Optional.of(country.concept().key())))
        .findFirst();
  }

  /** Whether an adjective but says whose money is meant: 5 млн российских рублей. */
  private boolean isOfMoney(Mention mention) {
    int next = mention.to();
    return scene.language() == Language.RU
        && mention.isAdjective()
        && next < m.size()
        && (m.word(next).hasLemma("рубль")
            || m.token(next).is("тенге")
            || m.token(next).is("юаней"));
  }

  /** Whether the name opens a quoted title of an event: the forum "Astana Invest". */
  private boolean isInTitle(Mention mention) {
    int from = mention.from();
    return from > 1 && m.token(from - 1).is("\"") && m.at(Layer.EVENT, from - 2).isPresent();
  }

  /** Whether a longer name, of a person or an organisation, covers the mention. */
  private boolean isInside(Mention mention) {
    return mention.overlapsAny(scene.organisations)
        || mention.overlapsAny(scene.persons)
        || mention.overlapsAny(scene.cues("project", "foreign-capital"))
        || isGivenName(mention);
  }

  /** Whether it is the given name of a person known by then: Nursultan Nasarbajew. */
  private boolean isGivenName(Mention mention) {
    return !mention.is("organisation")
        && mention.to() < m.size()
        && m.token(mention.to()).isCapitalised()
        && scene
            .discourse
            .holder(m.token(mention.to()).text())
            .filter(h -> h.person().label().equals(m.text(mention.from(), mention.to() + 1)))
            .isPresent();
  }

  /** Of several things with one name the region or country before the place or organisation. */
  private boolean isLikeliest(Mention mention) {
    if (mention.form() == Label.Form.AMBIGUOUS
        && !isPlaceLike(mention)
        && !isOblast(mention)
        && !isOfCity(mention)) {
      return false;
    }
    // Of equals in rank the first that was found is it: those before it beat it, those after do
    // not.
    int beaten = rank(mention);
    for (Mention other : m.in(Layer.PARTY)) {
      if (!other.sharesSpan(mention)) {
        continue;
      }
      if (other.equals(mention)) {
        beaten--;
      } else if (rank(other) <= beaten) {
        return false;
      }
    }
    return true;
  }

  /** Whether an adjective's label matched a form that is no adjective: Kostanai, not Kostanaier. */
  private boolean isOfOtherForm(Mention mention) {
    if (!mention.isAdjective() || scene.language() != Language.DE) {
      return false;
    }
    String text = m.text(mention.from(), mention.to());
    return !text.endsWith("er") && Character.isUpperCase(text.charAt(0)) && !text.contains("isch");
  }

  /** Whether an adjective shares the head of a list of oblasts, so that it means no city. */
  private boolean isOblast(Mention mention) {
    return scene.language() == Language.RU
        && mention.form() == Label.Form.AMBIGUOUS
        && mention
            .concept()
            .preferredLabel(Language.RU)
            .filter(label -> label.endsWith(" область"))
            .isPresent()
        && phrases.sharedHead(mention).isPresent();
  }

  /** Whether it is an adjective of a city that its oblast shares, as Minsk and Almaty have. */
  private boolean isOfCity(Mention mention) {
    return scene.language() == Language.RU
        && mention.form() == Label.Form.AMBIGUOUS
        && mention.is("region")
        && m.word(mention.from()).is(Feature.ADJECTIVE)
        && mention
            .concept()
            .preferredLabel(Language.RU)
            .filter(label -> !label.endsWith(" область"))
            .isPresent();
  }

  private int rank(Mention mention) {
    if (isOblast(mention)) {
      return -1;
    }
    if (isOfCity(mention)) {
      return 1;
    }
    int form = mention.form() == Label.Form.AMBIGUOUS ? 10 : isOfOtherForm(mention) ? 5 : 0;
    return form
        + switch (mention.concept().kind()) {
          case "country" -> 0;
          case "region" -> 1;
          case "place" -> 2;
          default -> 3;
        };
  }

  /** A name that is also a common word counts after a preposition of place only. */
  private boolean isPlaceLike(Mention mention) {
    return m.token(mention.from()).isCapitalised()
            && mention.from() > 0
            && (m.isWord(mention.from() - 1, "goal")
                || m.isWord(mention.from() - 1, "location")
                || m.isWord(mention.from() - 1, "source")
                || m.isWord(mention.from() - 1, "of")
                || m.isWord(mention.from() - 1, "between")
                || scene.language() == Language.RU
                    && (m.isWord(mention.from() - 1, "companion") || isTwin(mention.from()))
                || m.isWord(mention.from() - 1, "transparent")
                || m.at(Layer.OFFICE, mention.from() - 1).isPresent()
                || m.token(mention.from() - 1).is("."))
        || isQuoted(mention)
        || isListed(mention)
        || isListedFirm(mention)
        || isStrangeFirm(mention);
  }

  /** A firm's name that is no word of the language counts beside a word of trade or making. */
  private boolean isStrangeFirm(Mention mention) {
    return mention.is("organisation")
        && mention.length() == 1
        && m.token(mention.from()).isCapitalised()
        && m.word(mention.from()).is(Feature.UNKNOWN)
        && scene.language() != Language.RU
        && (!scene.cues("trade-flow").isEmpty()
            || !scene.cues("project").isEmpty()
            || !scene.cues("production").isEmpty());
  }

  /** In Russian a firm's name that is also a word stands in quotation marks. */
  private boolean isQuoted(Mention mention) {
    return scene.language() == Language.RU
        && mention.is("organisation")
        && mention.from() > 0
        && mention.to() < m.size()
        && m.token(mention.from() - 1).is("\"")
        && m.token(mention.to()).is("\"");
  }

  /** Whether a comma or and joins it to a name that is none but a place's or country's. */
  private boolean isListed(Mention mention) {
    int before = mention.from() - 1;
    int after = mention.to();
    boolean last = before > 0 && m.isWord(before, "and") && isPlainPlace(before - 1);
    boolean first = after + 1 < m.size() && m.isWord(after, "and") && isPlainPlace(after + 1);
    return m.token(mention.from()).isCapitalised() && (last || first);
  }

  /** A firm's name that is also a word counts beside another firm: BelAZ and Baiterek. */
  private boolean isListedFirm(Mention mention) {
    int before = mention.from() - 1;
    int after = mention.to();
    boolean last = before > 0 && m.isWord(before, "and") && isPlainFirm(before - 1);
    boolean first = after + 1 < m.size() && m.isWord(after, "and") && isPlainFirm(after + 1);
    return mention.is("organisation") && m.token(mention.from()).isCapitalised() && (last || first);
  }

  private boolean isPlainFirm(int i) {
    return m.at(Layer.PARTY, i)
        .filter(p -> p.form() != Label.Form.AMBIGUOUS && p.is("organisation"))
        .isPresent();
  }

  private boolean isPlainPlace(int i) {
    return m.at(Layer.PARTY, i)
        .filter(p -> p.form() != Label.Form.AMBIGUOUS && !p.is("organisation") && !p.isAdjective())
        .isPresent();
  }

  /** The second of two names that between governs: between Lida and Rudny. */
  private boolean isTwin(int from) {
    return from >= 3 && m.isWord(from - 1, "and") && m.isWord(from - 3, "between");
  }
}
