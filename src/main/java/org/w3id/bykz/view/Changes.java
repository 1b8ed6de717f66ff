package org.w3id.bykz.view;

import java.util.List;
import java.util.Optional;

/**
 * What changed, the newest first.
 *
 * @param next where older changes are; may be empty
 */
public record Changes(List<Item> items, String next) {

  /** The kinds in which facts change, as {@code new} of {@code bykz:newFact}. */
  public static final List<String> KINDS =
      List.of("new", "confirmed", "repeated", "contradicted", "withdrawn");

  /** Of each kind none. */
  public static final List<Long> NOTHING = KINDS.stream().map(kind -> 0L).toList();

  public Changes {
    items = List.copyOf(items);
  }

  /**
   * A source that was published or withdrawn, or a release.
   *
   * @param iri its name
   * @param change by its title, where the change is told
   * @param tongue language of the title; may be empty
   * @param day in ISO 8601, the last on which it may have happened; empty if nobody knows
   * @param date as the reader writes it; may be empty
   * @param withdrawal who withdrew it and why, if that was done
   * @param counts how many facts changed, by the kinds and in their order; none of a release that
   *     was compared with no other
   */
  public record Item(
      String iri,
      Link change,
      String tongue,
      String day,
      String date,
      Optional<Link> publisher,
      String withdrawal,
      List<Long> counts) {

    public Item {
      counts = List.copyOf(counts);
    }

    /** The same with its counts. */
    public Item counting(List<Long> facts) {
      return new Item(iri, change, tongue, day, date, publisher, withdrawal, facts);
    }

    /** The counts in words. */
    public String summary(Reader reader) {
      if (counts.isEmpty()) {
        return reader.say("changes.alone");
      }
      StringBuilder words = new StringBuilder();
      for (int i = 0; i < counts.size(); i++) {
        if (counts.get(i) > 0) {
          words
              .append(words.isEmpty() ? "" : ", ")
              .append(reader.say("changes." + KINDS.get(i)))
              .append(": ")
              .append(reader.number(counts.get(i)));
        }
      }
      return words.isEmpty() ? reader.say("changes.nothing") : words.toString();
    }
  }

  /**
   * A source or release, and each of its facts that changed.
   *
   * @param whole where the source or release itself is
   */
  public record Of(Item item, Link whole, List<Section> sections) {

    public Of {
      sections = List.copyOf(sections);
    }
  }

  /**
   * Facts that changed in the same way.
   *
   * @param count how many there are
   * @param facts as many of them as a page shows
   */
  public record Section(String kind, long count, List<Fact> facts) {

    public Section {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A fact.
   *
   * @param modality its name, unless it is told as a fact
   * @param reason why it was withdrawn; may be empty
   * @param claims that tell it
   */
  public record Fact(Link fact, String modality, String reason, List<Link> claims) {

    public Fact {
      claims = List.copyOf(claims);
    }
  }
}
