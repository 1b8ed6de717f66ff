package org.w3id.bykz.claim;

import java.util.List;
import java.util.Optional;
import org.w3id.bykz.text.Sentence;

/**
 * How a sentence was read: what it names, the claims it made and what each rests on, and where it
 * made none, how near it came.
 *
 * @param read whether it was read for claims at all; boilerplate and datelines are not
 * @param misses what it would have taken, the nearest first; none where it made a claim
 */
public record SentenceReading(
    String document,
    Sentence.Zone zone,
    boolean read,
    Quote sentence,
    List<Cue> cues,
    List<Naming> named,
    List<Grounds> claims,
    List<Miss> misses) {

  public SentenceReading {
    cues = List.copyOf(cues);
    named = List.copyOf(named);
    claims = List.copyOf(claims);
    misses = List.copyOf(misses);
  }

  /** Words that open a frame; {@code concept} as in {@code cue/send}. */
  public record Cue(Frame frame, String concept, Quote quote) {}

  /** Words that stand for something. */
  public record Naming(Value value, How how, Quote quote) {}

  /**
   * A claim and what it rests on.
   *
   * @param cue empty where no word of the sentence opened it, as in a list that goes on
   * @param speaker where the text names who says it
   * @param rules what else led to it, as in {@code rule/other-side}
   */
  public record Grounds(
      Claim claim,
      Optional<Quote> cue,
      List<Filling> fillings,
      Optional<Quote> speaker,
      List<String> rules) {

    public Grounds {
      fillings = List.copyOf(fillings);
      rules = List.copyOf(rules);
    }
  }

  /**
   * A value of a role and where it comes from.
   *
   * @param quote the words that give it; empty where none do
   * @param earlier what those words point at, where they do and it was named
   */
  public record Filling(
      Role role, Value value, How how, Optional<Quote> quote, Optional<Quote> earlier) {

    static Filling of(Role role, Value value, How how, Optional<Quote> quote) {
      return new Filling(role, value, how, quote, Optional.empty());
    }
  }

  /** What makes words, or their lack, mean a value. */
  public enum How {
    /** By a label of its vocabulary. */
    NAMED("named"),
    /** Named, though no vocabulary has it. */
    UNKNOWN("named, in no vocabulary"),
    /** A place named, which lies in the region. */
    LIES_IN("lies in it"),
    /** By a word that points at something spoken of: we, the region, a surname, an office. */
    POINTED_AT("points at it"),
    /** A number, or a date in full. */
    TOLD("told"),
    /** A date that needs the date of the text, or of what was spoken of before. */
    RESOLVED("resolved by the date of the text or passage"),
    /** The cue itself says so. */
    CUE("the cue says so"),
    /** Last named in a sentence before. */
    BEFORE("named before"),
    /** Named in a sentence that follows. */
    AFTER("named after"),
    /** Nowhere named: the publisher's country, what modality tells, what a maker makes. */
    IMPLIED("implied");

    private final String words;

    How(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /**
   * Why a frame made no claim of the sentence.
   *
   * @param cue the word that opened it
   * @param lacking core roles that nothing in the sentence could fill
   */
  public record Miss(Frame frame, Cue cue, Why why, List<Role> lacking) {

    public Miss {
      lacking = List.copyOf(lacking);
    }
  }

  /** What stood between a cue and a claim. */
  public enum Why {
    /** A core role is empty. */
    LACKING("nothing fills"),
    /** The clause says that nothing is said, as in it is too early to speak of. */
    SILENCED("the clause makes no statement"),
    /** No party is of Belarus or Kazakhstan. */
    FOREIGN("no party of Belarus or Kazakhstan"),
    /** All is there, but not in one clause, or not with two sides. */
    APART("all is named, yet nothing joins it");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }
}
