package org.w3id.bykz.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Lexicon;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.text.Language;

/** Turns concepts of the vocabularies into the entities that claims speak of. */
final class Entities {

  private static final Map<String, Value.Kind> KINDS =
      Arrays.stream(Value.Kind.values())
          .collect(Collectors.toMap(Value.Kind::key, Function.identity()));

  private final Lexicon lexicon;
  private final OpenProducts openProducts;

  /** Words that tell whose a firm is by its name. */
  private final List<Concept> firms;

  private final Map<Concept, Value.Entity> made = new ConcurrentHashMap<>();
  private final Map<String, Value.Entity> countries = new ConcurrentHashMap<>();

  Entities(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.openProducts = new OpenProducts(lexicon);
    this.firms =
        Few.of(List.of("word/firm-of-belarus", "word/firm-of-kazakhstan"))
            .flatMap(id -> Few.of(lexicon.concept(id)))
            .toList();
  }

  OpenProducts openProducts() {
    return openProducts;
  }

  Value.Entity entity(Concept concept) {
    if (concept.isUnlinked()) {
      return make(concept);
    }
    Value.Entity known = made.get(concept);
    return known == null ? made.computeIfAbsent(concept, this::make) : known;
  }

  private Value.Entity make(Concept concept) {
    boolean linked = !concept.isUnlinked();
    Language language = linked ? Language.EN : lexicon.language();
    String label = concept.preferredLabel(language).orElse(concept.key());
    return new Value.Entity(kind(concept.kind()), concept.key(), label, language, linked);
  }

  /** The country of a code such as {@code BY}. */
  Value.Entity ofCountry(String code) {
    return countries.computeIfAbsent(code, each -> entity("country/" + each));
  }

  Value.Entity entity(String id) {
    return entity(
        lexicon
            .concept(id)
            .orElseThrow(() -> new IllegalStateException("No vocabulary has " + id)));
  }

  /** The entity of an id such as {@code country/BY}; empty if no vocabulary has it. */
  Optional<Value.Entity> find(String id) {
    return lexicon.concept(id).map(this::entity);
  }

  private static Value.Kind kind(String kind) {
    return KINDS.get(kind);
  }

  /** The country that a concept lies in or belongs to. */
  Optional<String> country(Concept concept) {
    if (concept.kind().equals("country")) {
      return Optional.of(concept.key());
    }
    if (concept.kind().equals("region")) {
      return Optional.of(concept.key().substring(0, 2));
    }
    return concept.value("inCountry").map(id -> id.substring(id.indexOf('/') + 1));
  }

  /** The country that the beginning of an unknown firm's name tells, as Bel and Kaz do. */
  Optional<String> countryByName(Concept firm) {
    String name = firm.key();
    boolean unknown = firm.isUnlinked() && firm.kind().equals("organisation");
    return Few.of(unknown ? firms : List.<Concept>of())
        .filter(
            word ->
                Few.of(word.values("firmBeginning"))
                    .anyMatch(b -> name.length() > b.length() && name.startsWith(b)))
        .findFirst()
        .flatMap(this::country);
  }

  /** The region that a place lies in, as a trading party has it; anything else is itself. */
  Concept region(Concept concept) {
    return concept.kind().equals("place")
        ? concept.value("inRegion").flatMap(lexicon::concept).orElse(concept)
        : concept;
  }

  /** The region of an organisation or place. */
  Optional<Concept> regionOf(Concept concept) {
    return concept
        .value(concept.kind().equals("place") ? "inRegion" : "locatedIn")
        .flatMap(lexicon::concept);
  }

  Lexicon lexicon() {
    return lexicon;
  }
}
