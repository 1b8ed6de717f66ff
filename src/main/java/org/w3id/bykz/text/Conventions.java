package org.w3id.bykz.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one language is written, as far as sentences and lines go; read from {@code
 * ontology/text/TAG.txt}, whose README says what each part means. All words are folded, and
 * abbreviations stand without their last full stop.
 */
record Conventions(
    Map<String, Stop> abbreviations,
    Set<String> lastAfterNumber,
    Set<String> pairs,
    boolean ordinals,
    Set<String> months,
    List<String> monthBeginnings,
    Set<String> yearWords,
    Set<String> sayers,
    Set<String> openers,
    Phrases agencies,
    Phrases dateLabels,
    Phrases lineStarts,
    Phrases shortLines,
    Phrases lineParts) {

  /** What a full stop after an abbreviation may mean. */
  enum Stop {
    BEFORE_NUMBER,
    BEFORE_NAME,
    SELDOM_LAST,
    OFTEN_LAST
  }

  static Conventions of(Language language) {
    return of(Sections.read(language.tag() + ".txt"));
  }

  static Conventions of(Sections file) {
    Map<String, Stop> abbreviations = new HashMap<>();
    file.folded("often last").forEach(word -> abbreviations.put(word, Stop.OFTEN_LAST));
    file.folded("seldom last").forEach(word -> abbreviations.put(word, Stop.SELDOM_LAST));
    file.folded("before a number").forEach(word -> abbreviations.put(word, Stop.BEFORE_NUMBER));
    file.folded("before a name").forEach(word -> abbreviations.put(word, Stop.BEFORE_NAME));
    return new Conventions(
        abbreviations,
        file.folded("often last after a number"),
        file.folded("pairs"),
        !file.list("ordinals").isEmpty(),
        file.folded("months"),
        file.folded("months").stream()
            .filter(month -> month.endsWith("-"))
            .map(month -> month.substring(0, month.length() - 1))
            .toList(),
        file.folded("year words"),
        file.folded("sayers"),
        file.folded("openers"),
        Phrases.of(file.list("agencies")),
        Phrases.of(file.list("date labels")),
        Phrases.of(file.list("line starts")),
        Phrases.of(file.list("short lines")),
        Phrases.of(file.list("line parts")));
  }

  boolean isMonth(Token token) {
    if (!token.isWord()) {
      return false;
    }
    for (String beginning : monthBeginnings) {
      if (token.folded().startsWith(beginning)) {
        return true;
      }
    }
    return months.contains(token.folded());
  }

  /** Sequences of folded tokens, found by their first. */
  record Phrases(Map<String, List<List<String>>> byFirst) {

    static Phrases of(List<String> phrases) {
      Map<String, List<List<String>>> byFirst = new HashMap<>();
      for (String phrase : phrases) {
        List<String> words = Tokenizer.tokenize(phrase).stream().map(Token::folded).toList();
        byFirst.computeIfAbsent(words.get(0), first -> new ArrayList<>()).add(words);
      }
      byFirst.replaceAll(
          (first, same) ->
              same.stream().sorted((a, b) -> Integer.compare(b.size(), a.size())).toList());
      return new Phrases(byFirst);
    }

    /** How many tokens the longest phrase has that begins at {@code from}; 0 if none does. */
    int lengthAt(List<Token> tokens, int from, int to) {
      for (List<String> phrase : byFirst.getOrDefault(tokens.get(from).folded(), List.of())) {
        if (from + phrase.size() <= to && matches(phrase, tokens, from)) {
          return phrase.size();
        }
      }
      return 0;
    }

    private static boolean matches(List<String> phrase, List<Token> tokens, int from) {
      for (int i = 0; i < phrase.size(); i++) {
        if (!tokens.get(from + i).is(phrase.get(i))) {
          return false;
        }
      }
      return true;
    }
  }
}
