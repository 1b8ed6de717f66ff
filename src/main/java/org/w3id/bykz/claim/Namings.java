package org.w3id.bykz.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.w3id.bykz.claim.SentenceReading.How;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.text.Language;

/** What the words of a sentence stand for, for who asks which of them gave a value. */
final class Namings {

  /** Tokens {@code [from, to)} that stand for a value. */
  record Naming(int from, int to, Value value, How how) {}

  private final Scene scene;
  private final List<Naming> found = new ArrayList<>();

  private Namings(Scene scene) {
    this.scene = scene;
  }

  static List<Naming> of(Scene scene) {
    Namings namings = new Namings(scene);
    namings.parties();
    namings.persons();
    namings.things();
    namings.figures();
    scene.dates.forEach(namings::date);
    namings.found.sort(Comparator.comparingInt(Naming::from));
    return List.copyOf(namings.found);
  }

  private void parties() {
    for (Party party : scene.parties) {
      if (party.entity().kind() == Value.Kind.PERSON) {
        continue;
      }
      How how = party.named() ? known(party.entity()) : How.POINTED_AT;
      add(party.from(), party.to(), party.entity(), how);
      Value.Entity region = Pairs.region(scene, party.entity());
      if (!region.equals(party.entity())) {
        add(party.from(), party.to(), region, How.LIES_IN);
      }
    }
  }

  private static How known(Value.Entity entity) {
    return entity.linked() ? How.NAMED : How.UNKNOWN;
  }

  private void persons() {
    for (Speakers.Named named : scene.named()) {
      Value.Entity person = named.holder().person();
      boolean full = scene.persons.stream().anyMatch(p -> p.from() == named.from());
      add(named.from(), named.to(), person, full ? How.NAMED : How.POINTED_AT);
    }
  }

  private void things() {
    scene.products().forEach(this::name);
    scene.sectors().forEach(this::name);
    for (Layer layer : List.of(Layer.OFFICE, Layer.AGREEMENT, Layer.EVENT)) {
      scene.m.in(layer).forEach(this::name);
    }
  }

  private void name(Mention mention) {
    Value.Entity entity = scene.entity(mention);
    add(mention.from(), mention.to(), entity, known(entity));
    Concept top = mention.concept();
    while (mention.is("office") && broader(top).isPresent()) {
      top = broader(top).get();
      add(mention.from(), mention.to(), scene.entities.entity(top), How.NAMED);
    }
  }

  private Optional<Concept> broader(Concept concept) {
    return concept.value("broader").flatMap(scene.entities.lexicon()::concept);
  }

  private void figures() {
    for (Figure figure : scene.figures) {
      Consumer<BigDecimal> number =
          each -> add(figure.from(), figure.to(), new Value.Quantity(each), How.TOLD);
      figure.amount().ifPresent(number);
      figure.growth().ifPresent(number);
      figure.share().ifPresent(number);
      figure.unit().ifPresent(key -> of(figure, Value.Kind.UNIT, key));
      figure.per().ifPresent(key -> of(figure, Value.Kind.UNIT, key));
      figure.currency().ifPresent(key -> of(figure, Value.Kind.CURRENCY, key));
      figure.bound().ifPresent(key -> of(figure, Value.Kind.BOUND, key));
    }
  }

  private void of(Figure figure, Value.Kind kind, String key) {
    Value.Entity entity = new Value.Entity(kind, key, key, Language.EN, true);
    add(figure.from(), figure.to(), entity, How.TOLD);
  }

  private void date(When when) {
    How how = when.resolved() ? How.RESOLVED : How.TOLD;
    add(when.from(), when.to(), new Value.Date(when.edtf()), how);
    if (!when.start().equals(when.edtf())) {
      add(when.from(), when.to(), new Value.Date(when.start()), how);
    }
  }

  private void add(int from, int to, Value value, How how) {
    found.add(new Naming(from, to, value, how));
  }

  /** What two values have in common that mean the same, however they are labelled. */
  static Object key(Value value) {
    if (value instanceof Value.Entity entity) {
      return entity.kind().key() + "/" + entity.key();
    }
    if (value instanceof Value.Quantity quantity) {
      return quantity.number().abs().stripTrailingZeros();
    }
    return value;
  }
}
