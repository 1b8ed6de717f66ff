package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.w3id.bykz.claim.ClaimExtractor.Identity;
import org.w3id.bykz.claim.ClaimExtractor.Reading;
import org.w3id.bykz.claim.SentenceReading.Cue;
import org.w3id.bykz.claim.SentenceReading.Filling;
import org.w3id.bykz.claim.SentenceReading.Grounds;
import org.w3id.bykz.claim.SentenceReading.How;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.text.CodePoints;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Sentence;

/**
 * Tells what the claims of a document rest on. It asks the sentences once they are read, so that
 * reading does not have to keep account: a role's words are those nearest to the cue that stand for
 * its value, in the claim's sentence or else in the last one before.
 */
final class Explainer {

  /** What may carry on from another sentence; a unit or bound cannot. */
  private static final Set<Value.Kind> CARRIED =
      EnumSet.of(
          Value.Kind.COUNTRY,
          Value.Kind.REGION,
          Value.Kind.PLACE,
          Value.Kind.ORGANISATION,
          Value.Kind.PERSON,
          Value.Kind.PRODUCT,
          Value.Kind.SECTOR,
          Value.Kind.CURRENCY);

  private static final List<Layer> OPENING =
      List.of(Layer.CUE, Layer.AGREEMENT, Layer.EVENT, Layer.OFFICE);

  private static final TreeMap<Integer, Namings.Naming> NOWHERE = new TreeMap<>();

  private final String document;
  private final String text;
  private final List<Reading> readings;
  private final List<List<Namings.Naming>> namings;
  private final BiFunction<Reading, Draft, Optional<Claim>> claims;
  private final Set<Identity> told = new HashSet<>();
  private final CodePoints points;

  /** By what they stand for, the words of each sentence that name it, in the order of the text. */
  private final Map<Object, TreeMap<Integer, Namings.Naming>> named = new HashMap<>();

  Explainer(
      Document document,
      List<Reading> readings,
      BiFunction<Reading, Draft, Optional<Claim>> claims) {
    this.document = document.id();
    this.text = document.text();
    this.readings = readings;
    this.namings = readings.stream().map(reading -> Namings.of(reading.scene())).toList();
    this.claims = claims;
    this.points = new CodePoints(text);
    for (int i = 0; i < readings.size(); i++) {
      for (Namings.Naming naming : namings.get(i)) {
        if (naming.how() != How.POINTED_AT) {
          named.computeIfAbsent(Namings.key(naming.value()), k -> new TreeMap<>()).put(i, naming);
        }
      }
    }
  }

  /** Takes all sentences, read or not. */
  List<SentenceReading> explain(List<Sentence> sentences) {
    List<SentenceReading> explained = new ArrayList<>();
    int next = 0;
    for (Sentence sentence : sentences) {
      boolean read =
          next < readings.size() && readings.get(next).scene().sentence().equals(sentence);
      explained.add(read ? read(next++) : unread(sentence));
    }
    return explained;
  }

  private SentenceReading unread(Sentence sentence) {
    return new SentenceReading(
        document,
        sentence.zone(),
        false,
        quote(sentence.begin(), sentence.end()),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private SentenceReading read(int index) {
    Reading reading = readings.get(index);
    Scene scene = reading.scene();
    List<Grounds> grounds = new ArrayList<>();
    for (Draft draft : reading.drafts()) {
      claims
          .apply(reading, draft)
          .filter(claim -> told.add(Identity.of(claim)))
          .ifPresent(claim -> grounds.add(grounds(index, draft, claim)));
    }
    List<Cue> cues = cues(scene);
    return new SentenceReading(
        document,
        scene.sentence().zone(),
        true,
        quote(scene.sentence().begin(), scene.sentence().end()),
        cues,
        namings.get(index).stream()
            .map(each -> new SentenceReading.Naming(each.value(), each.how(), quote(scene, each)))
            .toList(),
        grounds,
        grounds.isEmpty() ? new NearMisses(scene, reading.drafts()).of(cues) : List.of());
  }

  private List<Cue> cues(Scene scene) {
    List<Cue> cues = new ArrayList<>();
    for (Frame frame : Frame.values()) {
      Stream<Mention> mentions =
          frame == Frame.OFFICE
              ? scene.m.in(Layer.OFFICE).stream()
              : scene.cues(frame.key()).stream();
      mentions.forEach(cue -> cues.add(new Cue(frame, cue.concept().id(), quote(scene, cue))));
    }
    return cues;
  }

  private Grounds grounds(int index, Draft draft, Claim claim) {
    Scene scene = readings.get(index).scene();
    Optional<Mention> cue = cue(scene, draft);
    List<Filling> fillings = new ArrayList<>();
    for (Map.Entry<Role, List<Value>> role : claim.roles().entrySet()) {
      for (Value value : role.getValue()) {
        fillings.add(filling(index, draft, cue, role.getKey(), value));
      }
    }
    return new Grounds(
        claim,
        cue.map(mention -> quote(scene, mention)),
        fillings,
        claim.attributedTo().flatMap(person -> speaker(index, person)),
        claim.foundBy().subList(1, claim.foundBy().size()));
  }

  /** The words nearest to the anchor that are of the concept which opened the draft. */
  private static Optional<Mention> cue(Scene scene, Draft draft) {
    String opened = draft.foundBy().get(0);
    return OPENING.stream()
        .flatMap(layer -> scene.m.in(layer).stream())
        .filter(mention -> mention.concept().id().equals(opened))
        .min(Comparator.comparingInt(mention -> Math.abs(mention.from() - draft.anchor)));
  }

  private Filling filling(int index, Draft draft, Optional<Mention> cue, Role role, Value value) {
    Scene scene = readings.get(index).scene();
    Object key = Namings.key(value);
    Optional<Namings.Naming> here =
        namings.get(index).stream()
            .filter(naming -> Namings.key(naming.value()).equals(key))
            .min(
                Comparator.<Namings.Naming>comparingInt(
                        naming -> naming.how() == How.POINTED_AT ? 1 : 0)
                    .thenComparingInt(naming -> Math.abs(naming.from() - draft.anchor)));
    if (here.isPresent()) {
      How how = here.get().how();
      Optional<Quote> earlier =
          how == How.POINTED_AT
              ? elsewhere(index, role, value).flatMap(Filling::quote)
              : Optional.empty();
      return new Filling(role, value, how, Optional.of(quote(scene, here.get())), earlier);
    }
    if (value instanceof Value.Text name) {
      return Filling.of(role, value, How.TOLD, inSentence(scene, name.text()));
    }
    if (cue.filter(mention -> signals(mention, value)).isPresent()) {
      return Filling.of(role, value, How.CUE, cue.map(mention -> quote(scene, mention)));
    }
    return elsewhere(index, role, value)
        .orElseGet(() -> Filling.of(role, value, How.IMPLIED, Optional.empty()));
  }

  private Optional<Quote> inSentence(Scene scene, String name) {
    int at = text.indexOf(name, scene.sentence().begin());
    return at >= 0 && at + name.length() <= scene.sentence().end()
        ? Optional.of(quote(at, at + name.length()))
        : Optional.empty();
  }

  private static boolean signals(Mention cue, Value value) {
    return value instanceof Value.Entity entity
        && (Scene.signals(cue.concept(), entity.kind().key() + "/" + entity.key())
            || cue.concept().id().equals(entity.kind().key() + "/" + entity.key()));
  }

  /** Words of the sentence nearest before, else of one that follows. */
  private Optional<Filling> elsewhere(int index, Role role, Value value) {
    boolean carried =
        value instanceof Value.Date
            || value instanceof Value.Quantity
            || value instanceof Value.Entity entity && CARRIED.contains(entity.kind());
    if (!carried) {
      return Optional.empty();
    }
    TreeMap<Integer, Namings.Naming> all = named.getOrDefault(Namings.key(value), NOWHERE);
    Map.Entry<Integer, Namings.Naming> before = all.lowerEntry(index);
    Map.Entry<Integer, Namings.Naming> nearest = before == null ? all.higherEntry(index) : before;
    if (nearest == null) {
      return Optional.empty();
    }
    Quote quote = quote(readings.get(nearest.getKey()).scene(), nearest.getValue());
    How how = before == null ? How.AFTER : How.BEFORE;
    return Optional.of(Filling.of(role, value, how, Optional.of(quote)));
  }

  /** Where the person who speaks is named last, or else next. */
  private Optional<Quote> speaker(int index, Value.Entity person) {
    Scene scene = readings.get(index).scene();
    return namings.get(index).stream()
        .filter(naming -> Namings.key(naming.value()).equals(Namings.key(person)))
        .findFirst()
        .map(naming -> quote(scene, naming))
        .or(() -> elsewhere(index, Role.PERSON, person).flatMap(Filling::quote));
  }

  private Quote quote(Scene scene, Mention mention) {
    return quote(scene, mention.from(), mention.to());
  }

  private Quote quote(Scene scene, Namings.Naming naming) {
    return quote(scene, naming.from(), naming.to());
  }

  private Quote quote(Scene scene, int from, int to) {
    return quote(scene.m.token(from).begin(), scene.m.token(to - 1).end());
  }

  private Quote quote(int begin, int end) {
    return new Quote(points.span(begin, end), text.substring(begin, end));
  }
}
