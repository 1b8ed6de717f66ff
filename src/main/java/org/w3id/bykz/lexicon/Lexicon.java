package org.w3id.bykz.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
    /** By the key of a word, or the folded text of any other token. */
    final Map<String, Node> next = new HashMap<>(4);

    /** By the very form of a word, folded. */
    Map<String, Node> forms = Map.of();

    final List<End> ends = new ArrayList<>(1);

    Node of(Key key) {
      if (!key.isForm()) {
        return next.computeIfAbsent(key.text(), fresh -> new Node());
      }
      if (forms.isEmpty()) {
        forms = new HashMap<>(4);
      }
      return forms.computeIfAbsent(key.text(), fresh -> new Node());
    }

    /** Where a token leads to from here. */
    List<Node> after(Token token, Word word) {
      if (!token.isWord()) {
        Node node = next.get(token.folded());
        return node == null ? List.of() : List.of(node);
      }
      List<Node> found = List.of();
      for (String key : word.keys()) {
        found = with(found, next.get(key));
      }
      return forms.isEmpty() ? found : with(found, forms.get(token.folded()));
    }

    private static List<Node> with(List<Node> nodes, Node node) {
      if (node == null) {
        return nodes;
      }
      if (nodes.isEmpty()) {
        return List.of(node);
      }
      List<Node> more = new ArrayList<>(nodes);
      more.add(node);
      return more;
    }
  }

  /** What a label's token is filed under: its very form or a lemma. */
  private record Key(String text, boolean isForm) {}

  /** Where a label ends. */
  private record End(Concept concept, Label label, Case demanded) {

    static End of(Concept concept, Label label) {
      String text = label.text();
      boolean capitals = text.length() <= LONGEST_ABBREVIATION && isUpperCase(text);
      return new End(
          concept,
          label,
          !Character.isUpperCase(text.codePointAt(0)) || isRussianAdjective(label)
              ? Case.ANY
              : capitals ? Case.CAPITALS : Case.CAPITALISED);
    }

    /** No Russian adjective of a name need be capitalised. */
    private static boolean isRussianAdjective(Label label) {
      return label.language() == Language.RU && label.form() == Label.Form.ADJECTIVE;
    }
  }

  /** A name is capitalised in the text; an abbreviation stands in capitals. */
  private enum Case {
    ANY,
    CAPITALISED,
    CAPITALS
  }

  /** Where labels that begin with a form go on, for the word that the form was read as. */
  private record Start(Word word, List<Node> nodes) {}

  private static final int LONGEST_ABBREVIATION = 5;

  private static final int CACHE_LIMIT = 200_000;

  /** Shortest part that a German compound is split into. */
  private static final int SHORTEST_PART = 4;

  /** Kinds whose labels stand as parts of German compounds. */
  private static final Set<String> COMPOUNDING =
      Set.of("product", "sector", "cue", "office", "agreement-kind", "event-kind");

  private final Language language;
  private final Morphology morphology;
  private final Node root = new Node();
  private final Map<String, Concept> concepts = new HashMap<>();
  private final Map<String, Start> starts = new ConcurrentHashMap<>();
  private final Map<String, List<End>> compounds = new ConcurrentHashMap<>();

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
    End end = End.of(concept, label);
    List<Node> nodes = List.of(root);
    for (Token token : tokens) {
      if (isGlue(token)) {
        continue;
      }
      List<Node> reached = new ArrayList<>();
      for (Node node : nodes) {
        for (Key key : labelKeys(concept, label, token)) {
          reached.add(node.of(key));
        }
      }
      nodes = reached;
    }
    nodes.forEach(
        node -> {
          if (node != root) {
            node.ends.add(end);
          }
        });
  }

  /**
   * The keys that a label's token is filed under: of a hidden label of a word or cue its very form,
   * else all lemmas, but no verb's lemma for a noun and no noun's for a verb.
   */
  private List<Key> labelKeys(Concept concept, Label label, Token token) {
    if (!token.isWord()) {
      return List.of(new Key(token.folded(), false));
    }
    boolean steers = concept.kind().equals("word") || concept.kind().equals("cue");
    if (steers && label.form() == Label.Form.HIDDEN) {
      return List.of(new Key(token.folded(), true));
    }
    List<String> keys = ownKeys(token);
    String part = concept.value("partOfSpeech").orElse(steers ? "any" : "noun");
    List<String> kept =
        switch (part) {
          case "noun" -> preferring(keys, key -> !Word.isVerbKey(key));
          case "verb" -> preferring(keys, Word::isVerbKey);
          default -> keys;
        };
    return kept.stream().map(key -> new Key(key, false)).toList();
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
    Token first = tokens.get(from);
    for (Node node : starts(first, words.get(from))) {
      goOn(node, tokens, words, from, from, into);
    }
    if (language == Language.DE && into.size() == before && first.isCapitalised()) {
      for (End part : compounds.computeIfAbsent(first.text(), this::parts)) {
        into.add(new Match(from, from + 1, part.concept(), part.label()));
      }
    }
  }

  private List<Node> starts(Token token, Word word) {
    Start known = starts.get(token.text());
    if (known != null && known.word() == word) {
      return known.nodes();
    }
    List<Node> nodes = root.after(token, word);
    if (known == null && starts.size() < CACHE_LIMIT && word == morphology.word(token.text())) {
      starts.put(token.text(), new Start(word, nodes));
    }
    return nodes;
  }

  /** Adds the labels that end at {@code at} and those that go on after it. */
  private void goOn(
      Node node, List<Token> tokens, List<Word> words, int from, int at, List<Match> into) {
    for (End end : node.ends) {
      if (fits(end, tokens.get(at), tokens.get(from))) {
        into.add(new Match(from, at + 1, end.concept(), end.label()));
      }
    }
    if (node.next.isEmpty() && node.forms.isEmpty()) {
      return;
    }
    int next = at + 1;
    while (next < tokens.size() && isGlue(tokens.get(next))) {
      next++;
    }
    if (next < tokens.size()) {
      for (Node after : node.after(tokens.get(next), words.get(next))) {
        goOn(after, tokens, words, from, next, into);
      }
    }
  }

  private boolean fits(End end, Token last, Token first) {
    return switch (end.demanded()) {
      case ANY -> true;
      case CAPITALISED -> language == Language.DE || first.isCapitalised();
      case CAPITALS -> isUpperCase(first.text()) || first.begin() < last.begin();
    };
  }

  private static boolean isUpperCase(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * What the parts of a German compound name: its longest known last part, and the first part where
   * that is known too, as in {@code Lebensmittel|exporte}.
   */
  private List<End> parts(String compound) {
    for (int cut = SHORTEST_PART; cut <= compound.length() - SHORTEST_PART; cut++) {
      List<End> heads = endsOf(capitalised(compound.substring(cut)));
      if (!heads.isEmpty()) {
        List<End> parts = new ArrayList<>(heads);
        String first = compound.substring(0, cut);
        List<End> modifiers = endsOf(first);
        if (modifiers.isEmpty() && first.endsWith("s")) {
          modifiers = endsOf(first.substring(0, first.length() - 1));
        }
        parts.addAll(modifiers);
        return List.copyOf(parts);
      }
    }
    return List.of();
  }

  private List<End> endsOf(String word) {
    List<End> ends = new ArrayList<>();
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
}
