package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.w3id.bykz.query.Question;
import org.w3id.bykz.store.UsageException;
import org.w3id.bykz.view.Reader;

/**
 * What a request wants of a question.
 *
 * @param arguments values of its parameters, as given
 * @param evidence whether each row is to carry what it rests on
 * @param version of the data that it is to be the answer of
 */
record Wish(
    Map<String, String> arguments,
    boolean evidence,
    long limit,
    long offset,
    Optional<String> version,
    String language) {

  private static final long USUAL_LIMIT = 1_000;
  private static final long MOST = 10_000;

  Wish {
    arguments = Map.copyOf(arguments);
  }

  /**
   * Reads the query string.
   *
   * @param own parameters of the address itself, which are no concern of the question
   * @throws UsageException if a parameter is given twice or is no value of its type; names are left
   *     to the question
   */
  static Wish of(HttpServletRequest request, Question question, String... own) {
    Map<String, String> given = new TreeMap<>();
    request.getParameterMap().forEach((name, values) -> given.put(name, single(name, values)));
    given.keySet().removeAll(List.of(own));
    boolean evidence = flag("evidence", given.remove("evidence"));
    long limit = number("limit", given.remove("limit"), 1, MOST, USUAL_LIMIT);
    long offset = number("offset", given.remove("offset"), 0, Long.MAX_VALUE / 2, 0);
    Optional<String> version =
        Optional.ofNullable(given.remove("version")).filter(text -> !text.isEmpty());
    String language = given.getOrDefault("language", "en");
    if (question.parameters().stream().noneMatch(each -> each.name().equals("language"))) {
      given.remove("language");
    }
    return new Wish(given, evidence, limit, offset, version, language);
  }

  /** All as it is usual. */
  static Wish ofNothing() {
    return new Wish(Map.of(), false, USUAL_LIMIT, 0, Optional.empty(), Reader.ENGLISH.language());
  }

  private static String single(String name, String[] values) {
    if (values.length > 1) {
      throw new UsageException("The parameter " + name + " is given twice");
    }
    return values[0];
  }

  static boolean flag(String name, String text) {
    if (text == null || text.isEmpty() || text.equals("false")) {
      return false;
    }
    if (!text.equals("true")) {
      throw new UsageException(name + " should be true or false, not \"" + text + "\"");
    }
    return true;
  }

  static long number(String name, String text, long least, long most, long usual) {
    if (text == null || text.isEmpty()) {
      return usual;
    }
    // At most 18 digits fit into a long.
    long number = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    if (number < least || number > most) {
      throw new UsageException(
          name + " should be a number from " + least + " to " + most + ", not \"" + text + "\"");
    }
    return number;
  }

  Wish offset(long other) {
    return new Wish(arguments, evidence, limit, other, version, language);
  }

  /** The same for a reader, unless a language is asked for. */
  Wish speaking(Reader reader, Question question) {
    if (arguments.containsKey("language")) {
      return this;
    }
    Map<String, String> all = new TreeMap<>(arguments);
    boolean speaks =
        question.parameters().stream().anyMatch(each -> each.name().equals("language"));
    if (speaks && !reader.equals(Reader.ENGLISH)) {
      all.put("language", reader.language());
    }
    return new Wish(all, evidence, limit, offset, version, reader.language());
  }

  /** The same without a language. */
  Wish silent() {
    Map<String, String> all = new TreeMap<>(arguments);
    all.remove("language");
    return new Wish(all, evidence, limit, offset, version, language);
  }

  /** The same of that version, with all arguments told. */
  Wish pinned(Map<String, String> all, String ofVersion) {
    return new Wish(all, evidence, limit, offset, Optional.of(ofVersion), language);
  }

  /** As a query string, with its question mark; only what differs from what is usual. */
  String queryString() {
    Map<String, String> all = new TreeMap<>(arguments);
    if (evidence) {
      all.put("evidence", "true");
    }
    if (limit != USUAL_LIMIT) {
      all.put("limit", Long.toString(limit));
    }
    if (offset > 0) {
      all.put("offset", Long.toString(offset));
    }
    version.ifPresent(text -> all.put("version", text));
    return all.isEmpty()
        ? ""
        : all.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
