package org.w3id.bykz.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A measured value.
 *
 * @param interval in which it lies with 95 % confidence; empty where one text is all there is
 */
public record Figure(double value, Optional<Interval> interval) {

  /** Both ends included. */
  public record Interval(double low, double high) {}

  public static final double CONFIDENCE = 0.95;

  /** How often the texts are drawn anew. */
  public static final int SAMPLES = 1000;

  private static final long SEED = 20_220_609L;

  /**
   * Measures texts of which each is a tally. The interval is that of the bootstrap: as many texts
   * are drawn from them with repetition, again and again, and the middle 95 % of what is measured
   * on these counts. Texts are drawn, not claims, for claims of one text stand and fall together.
   * The same texts give the same interval.
   */
  static Figure of(Measure measure, List<Tally> texts) {
    double value = measure.of(texts.stream().reduce(Tally.NOTHING, Tally::plus));
    return new Figure(Double.isNaN(value) ? 0 : value, interval(measure, texts));
  }

  private static Optional<Interval> interval(Measure measure, List<Tally> texts) {
    if (texts.size() < 2) {
      return Optional.empty();
    }
    Random random = new Random(SEED);
    double[] values = new double[SAMPLES];
    for (int sample = 0; sample < SAMPLES; sample++) {
      Tally drawn = Tally.NOTHING;
      for (int i = 0; i < texts.size(); i++) {
        drawn = drawn.plus(texts.get(random.nextInt(texts.size())));
      }
      values[sample] = measure.of(drawn);
    }
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (known.length < 2) {
      return Optional.empty();
    }
    int aside = (int) Math.round(known.length * (1 - CONFIDENCE) / 2);
    return Optional.of(new Interval(known[aside], known[known.length - 1 - aside]));
  }
}
