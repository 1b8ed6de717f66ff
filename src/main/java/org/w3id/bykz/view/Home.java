package org.w3id.bykz.view;

import java.util.List;
import java.util.Optional;
import org.w3id.bykz.query.Explanation;

/**
 * The first page: the map and the claims, both as chosen.
 *
 * @param choices what claims can be chosen by, in the order of the form
 * @param ties rows of the links between the countries
 * @param why nothing is found, if so
 * @param next where more claims are; may be empty
 * @param sparql where queries are answered
 * @param data JSON-LD for search engines; may be empty
 */
public record Home(
    List<Figure> figures,
    List<Choice> choices,
    List<Tie> ties,
    List<Card> cards,
    Optional<Explanation> why,
    String next,
    String sparql,
    String data) {

  public Home {
    figures = List.copyOf(figures);
    choices = List.copyOf(choices);
    ties = List.copyOf(ties);
    cards = List.copyOf(cards);
  }

  /** How many there are of something. */
  public record Figure(String what, String count) {}

  /**
   * A field of the form.
   *
   * @param options what can be chosen; none where a year is written
   */
  public record Choice(String name, String value, List<Option> options) {

    public Choice {
      options = List.copyOf(options);
    }
  }

  /** One of the values of a field. */
  public record Option(String value, String label) {}

  /**
   * How two areas are linked by claims of a kind.
   *
   * @param plans what is planned, proposed or of interest
   */
  public record Tie(Link one, Link other, String kind, int facts, int plans) {}

  /** Whether claims were chosen at all. */
  public boolean isChosen() {
    return choices.stream().anyMatch(choice -> !choice.value().isEmpty());
  }
}
