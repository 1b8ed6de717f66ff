package org.w3id.bykz.evaluate;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.List;

/** What stands in a role of a claim's JSON. */
public sealed interface Filler {

  /** One name, code, date or word. */
  record Name(String text) implements Filler {

    @Override
    public String toString() {
      return text;
    }
  }

  record Amount(BigDecimal number) implements Filler {

    @Override
    public String toString() {
      return number.stripTrailingZeros().toPlainString();
    }
  }

  /** A list, which is a set of what it holds. */
  record Several(List<Filler> fillers) implements Filler {

    public Several {
      fillers = List.copyOf(fillers);
    }

    @Override
    public String toString() {
      return fillers.stream().map(Filler::toString).collect(joining(", "));
    }
  }

  /** A list as it is, anything else as a list of one. */
  default List<Filler> all() {
    return this instanceof Several several ? several.fillers() : List.of(this);
  }
}
