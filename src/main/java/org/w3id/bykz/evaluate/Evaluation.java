package org.w3id.bykz.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3id.bykz.claim.Frame;
import org.w3id.bykz.text.Language;

/**
 * How well texts were read, beside gold.
 *
 * @param rows a row for each frame, for each language, and for all
 * @param texts texts that gold names
 * @param ungrounded claims whose quote is not the text at its offsets; none may be
 * @param strays gold claims whose quote is not the text at their offsets
 * @param findings what was missed, partly right or spurious, text by text
 */
public record Evaluation(
    List<Row> rows, int texts, long ungrounded, List<ClaimLine> strays, List<Finding> findings) {

  public Evaluation {
    rows = List.copyOf(rows);
    strays = List.copyOf(strays);
    findings = List.copyOf(findings);
  }

  /** What a row is of. */
  public enum Scope {
    FRAME,
    LANGUAGE,
    ALL
  }

  /**
   * The figures of some claims.
   *
   * @param key of the frame, or tag of the language; {@code all} of all
   * @param texts in which any of them was found or looked for
   * @param found claims found, without those that match an optional one
   * @param gold claims looked for
   */
  public record Row(
      Scope scope, String key, int texts, int found, int gold, Map<Measure, Figure> figures) {

    public Row {
      figures = Map.copyOf(figures);
    }

    public Figure figure(Measure measure) {
      return figures.get(measure);
    }

    private static Row of(Scope scope, String key, List<Tally> texts) {
      Tally sum = texts.stream().reduce(Tally.NOTHING, Tally::plus);
      Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
      for (Measure measure : Measure.values()) {
        figures.put(measure, Figure.of(measure, texts));
      }
      return new Row(scope, key, texts.size(), sum.found(), sum.gold(), figures);
    }
  }

  /** Compares what was read with gold; a text that gold names and nobody read is all missed. */
  public static Evaluation of(Gold gold, List<ReadText> texts, Names names) {
    Map<String, ReadText> byId =
        texts.stream().collect(Collectors.toMap(ReadText::id, Function.identity()));
    Likeness likeness = new Likeness(names);
    List<Counted> counted = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    List<ClaimLine> strays = new ArrayList<>();
    long ungrounded = 0;
    for (String id : gold.documents()) {
      ReadText text = byId.getOrDefault(id, ReadText.unread(id));
      Pairing pairing = Pairing.of(Atoms.of(text.claims()), Atoms.of(gold.of(id)), likeness);
      counted.add(Counted.of(text, pairing, likeness));
      findings.addAll(new Reasons(text, pairing, likeness).findings());
      ungrounded += Atoms.of(text.claims()).stream().filter(c -> !text.holds(c)).count();
      gold.of(id).stream()
          .filter(claim -> text.language().isPresent() && !text.holds(claim))
          .forEach(strays::add);
    }
    return new Evaluation(rows(counted), counted.size(), ungrounded, strays, findings);
  }

  private static List<Row> rows(List<Counted> texts) {
    List<Row> rows = new ArrayList<>();
    Arrays.stream(Frame.values())
        .sorted(Comparator.comparing(Frame::key))
        .map(frame -> Row.of(Scope.FRAME, frame.key(), some(texts, text -> text.of(frame))))
        .filter(row -> row.texts() > 0)
        .forEach(rows::add);
    Map<String, List<Counted>> byLanguage = new TreeMap<>();
    for (Counted text : texts) {
      text.language()
          .ifPresent(
              language ->
                  byLanguage.computeIfAbsent(language.tag(), tag -> new ArrayList<>()).add(text));
    }
    byLanguage.forEach(
        (tag, own) -> rows.add(Row.of(Scope.LANGUAGE, tag, some(own, Counted::all))));
    rows.add(Row.of(Scope.ALL, "all", some(texts, Counted::all)));
    return rows;
  }

  private static List<Tally> some(List<Counted> texts, Function<Counted, Tally> tally) {
    return texts.stream().map(tally).filter(t -> t.found() + t.gold() > 0).toList();
  }

  /** The figures of all claims. */
  public Row all() {
    return rows.get(rows.size() - 1);
  }

  /** One text, counted by frame. */
  private record Counted(Optional<Language> language, Map<Frame, Tally> frames) {

    static Counted of(ReadText text, Pairing pairing, Likeness likeness) {
      Map<Frame, Tally> frames = new HashMap<>();
      for (int i = 0; i < pairing.found().size(); i++) {
        boolean optional =
            pairing.ofFound(i).filter(p -> pairing.gold().get(p.gold()).optional()).isPresent();
        if (!optional) {
          frames.merge(pairing.found().get(i).frame(), Tally.ofFound(), Tally::plus);
        }
      }
      for (int j = 0; j < pairing.gold().size(); j++) {
        ClaimLine gold = pairing.gold().get(j);
        if (gold.optional()) {
          continue;
        }
        frames.merge(gold.frame(), Tally.ofGold(), Tally::plus);
        pairing
            .ofGold(j)
            .map(pair -> tally(pairing.found().get(pair.found()), gold, pair.degree(), likeness))
            .ifPresent(tally -> frames.merge(gold.frame(), tally, Tally::plus));
      }
      return new Counted(text.language(), frames);
    }

    private static Tally tally(
        ClaimLine found, ClaimLine gold, Likeness.Degree degree, Likeness likeness) {
      return Tally.ofPair(
          degree,
          found.modality().equals(gold.modality()),
          found.polarity().equals(gold.polarity()),
          isSaidBySame(found, gold, likeness));
    }

    Tally of(Frame frame) {
      return frames.getOrDefault(frame, Tally.NOTHING);
    }

    Tally all() {
      Tally sum = Tally.NOTHING;
      for (Frame frame : Frame.values()) {
        sum = sum.plus(of(frame));
      }
      return sum;
    }
  }

  static boolean isSaidBySame(ClaimLine found, ClaimLine gold, Likeness likeness) {
    if (found.attributedTo().isEmpty() || gold.attributedTo().isEmpty()) {
      return found.attributedTo().isEmpty() && gold.attributedTo().isEmpty();
    }
    return likeness.same(found.attributedTo().get(), gold.attributedTo().get());
  }
}
