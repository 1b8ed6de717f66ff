package org.w3id.bykz.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;
import org.w3id.bykz.text.Tokenizer;

/**
 * The labels of all concepts in one language, compiled into a trie over the keys of their words.
 * Immutable and thread-safe.
 */
public final class Lexicon {

  /** A label found in a text: the tokens {@code [from, to)} name {@code concept}. */
  public record Match(int from, int to, Concept concept, Label label) {}

  private static final class Node {
    final Map<String, Node> next = new HashMap<>(4);
    final List<Match> ends = new ArrayList<>(1);
  }

  /** Shortest part that a German compound is split into. */
  private static final int SHORTEST_PART = 4;

  /** Kinds whose labels stand as parts of German compounds. */
  private static final Set<String> COMPOUNDING =
      Set.of("product", "sector", "cue", "office", "agreement-kind", "event-kind");

  private static final String FORM = "=";

  private final Language language;
  private final Morphology morphology;
  private final Node root = new Node();
  private final Map<String, Concept> concepts = new HashMap<>();
  private final Map<String, List<Match>> compounds = new ConcurrentHashMap<>();

  public Lexicon(Language language, Collection<Concept> concepts) {
    this.language = language;
    this.morphology = Morphology.of(language);
    for (Concept concept : concepts) {
      this.concepts.put(concept.id(), concept);
      for (Label label : concept.labels()) {
        if (label.language() == language && !isAlsoAmbiguous(label, concept)) {
          add(concept, label);
        }
      }
    }
  }

  /** A label that is said to be ambiguous as well counts as ambiguous only. */
  private static boolean isAlsoAmbiguous(Label label, Concept concept) {
    return label.form() != Label.Form.AMBIGUOUS
        && concept.labels().stream()
            .anyMatch(
                other ->
                    other.form() == Label.Form.AMBIGUOUS
                        && other.language() == label.language()
                        && other.text().equals(label.text()));
  }

  public Language language() {
    return language;
  }

  public Morphology morphology() {
    return morphology;
  }

  /** The concept of an id such as {@code region/BY-HR}. */
  public Optional<Concept> concept(String id) {
    return Optional.ofNullable(concepts.get(id));
  }

  private void add(Concept concept, Label label) {
    List<Token> tokens = Tokenizer.tokenize(label.text());
    Match match = new Match(0, tokens.size(), concept, label);
    List<Node> nodes = List.of(root);
    for (Token token : tokens) {
      if (isGlue(token)) {
        continue;
      }
      List<Node> reached = new ArrayList<>();
      for (Node node : nodes) {
        for (String key : labelKeys(concept, label, token)) {
          reached.add(node.next.computeIfAbsent(key, k -> new Node()));
        }
      }
      nodes = reached;
    }
    nodes.forEach(
        node -> {
          if (node != root) {
            node.ends.add(match);
          }
        });
  }

  /**
   * The keys that a label's token is filed under: of a hidden label of a word or cue its very form,
   * else all lemmas, but no verb's lemma for a noun and no noun's for a verb.
   */
  private List<String> labelKeys(Concept concept, Label label, Token token) {
    if (!token.isWord()) {
      return List.of(token.folded());
    }
    boolean steers = concept.kind().equals("word") || concept.kind().equals("cue");
    if (steers && label.form() == Label.Form.HIDDEN) {
      return List.of(FORM + token.folded());
    }
    List<String> keys = ownKeys(token);
    String part = concept.value("partOfSpeech").orElse(steers ? "any" : "noun");
    return switch (part) {
      case "noun" -> preferring(keys, key -> !Word.isVerbKey(key));
      case "verb" -> preferring(keys, Word::isVerbKey);
      default -> keys;
    };
  }

  /** A form that is a lemma itself is no form of another: willing is not the verb will. */
  private List<String> ownKeys(Token token) {
    Word word = morphology.word(token.text());
    List<String> keys = word.keys();
    String own = token.folded();
    return word.is(Feature.UNKNOWN)
        ? keys
        : preferring(keys, key -> key.equals(own) || key.equals(Word.verbKey(own)));
  }

  private static List<String> preferring(List<String> keys, Predicate<String> wanted) {
    List<String> kept = keys.stream().filter(wanted).toList();
    return kept.isEmpty() ? keys : kept;
  }

  /** Hyphens and quotation marks inside a label: a text may have them or not. */
  private static boolean isGlue(Token token) {
    return token.type() == Token.Type.PUNCTUATION
        && (token.is("-") || token.is("\"") || token.is("'"));
  }

  /** Every label that starts at the token {@code from}, the shorter ones first. */
  public void find(List<Token> tokens, List<Word> words, int from, List<Match> into) {
    int before = into.size();
    walk(root, tokens, words, from, from, into);
    if (language == Language.DE && into.size() == before && tokens.get(from).isCapitalised()) {
      for (Match part : compounds.computeIfAbsent(tokens.get(from).text(), this::parts)) {
        into.add(new Match(from, from + 1, part.concept(), part.label()));
      }
    }
  }

  /**
   * What the parts of a German compound name: its longest known last part, and the first part where
   * that is known too, as in {@code Lebensmittel|exporte}.
   */
  private List<Match> parts(String compound) {
    for (int cut = SHORTEST_PART; cut <= compound.length() - SHORTEST_PART; cut++) {
      List<Match> heads = endsOf(capitalised(compound.substring(cut)));
      if (!heads.isEmpty()) {
        List<Match> parts = new ArrayList<>(heads);
        String first = compound.substring(0, cut);
        List<Match> modifiers = endsOf(first);
        if (modifiers.isEmpty() && first.endsWith("s")) {
          modifiers = endsOf(first.substring(0, first.length() - 1));
        }
        parts.addAll(modifiers);
        return List.copyOf(parts);
      }
    }
    return List.of();
  }

  private List<Match> endsOf(String word) {
    List<Match> ends = new ArrayList<>();
    for (String key : morphology.word(word).keys()) {
      Node node = root.next.get(key);
      if (node != null) {
        node.ends.stream()
            .filter(end -> COMPOUNDING.contains(end.concept().kind()))
            .forEach(ends::add);
      }
    }
    return ends;
  }

  private static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private void walk(
      Node node, List<Token> tokens, List<Word> words, int from, int at, List<Match> into) {
    if (at >= tokens.size()) {
      return;
    }
    Token token = tokens.get(at);
    if (at > from && isGlue(token)) {
      walk(node, tokens, words, from, at + 1, into);
      return;
    }
    if (!token.isWord()) {
      step(node, token.folded(), tokens, words, from, at, into);
      return;
    }
    for (String key : words.get(at).keys()) {
      step(node, key, tokens, words, from, at, into);
    }
    step(node, FORM + token.folded(), tokens, words, from, at, into);
  }

  private void step(
      Node node,
      String key,
      List<Token> tokens,
      List<Word> words,
      int from,
      int at,
      List<Match> into) {
    Node next = node.next.get(key);
    if (next == null) {
      return;
    }
    for (Match end : next.ends) {
      if (fits(end.label(), tokens.get(at), tokens.get(from))) {
        into.add(new Match(from, at + 1, end.concept(), end.label()));
      }
    }
    walk(next, tokens, words, from, at + 1, into);
  }

  /** A name is capitalised in the text; an abbreviation stands in capitals. */
  private boolean fits(Label label, Token last, Token first) {
    String text = label.text();
    int initial = text.codePointAt(0);
    if (!Character.isUpperCase(initial)) {
      return true;
    }
    if (text.length() <= 5 && text.equals(text.toUpperCase(Locale.ROOT))) {
      return first.text().equals(first.text().toUpperCase(Locale.ROOT))
          || first.begin() < last.begin();
    }
    return language == Language.DE || first.isCapitalised();
  }
}
