package org.w3id.bykz.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that texts or labels are in, named by its BCP 47 tag. */
public enum Language {
  EN,
  DE,
  RU,
  BE,
  KK;

  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The language of a tag such as {@code en} or {@code de-AT}; empty for one that is not here. */
  public static Optional<Language> ofTag(String tag) {
    String primary = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(language -> language.tag().equals(primary)).findFirst();
  }
}
