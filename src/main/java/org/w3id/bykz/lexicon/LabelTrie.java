package org.w3id.bykz.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;
import org.w3id.bykz.text.Tokenizer;

/** Files the labels of one language under the keys of their words. */
final class LabelTrie {

  private final Morphology morphology;
  private final LabelNode root = new LabelNode();

  private LabelTrie(Language language) {
    this.morphology = Morphology.of(language);
  }

  /** The root of the trie of all labels that concepts have in a language. */
  static LabelNode of(Language language, Collection<Concept> concepts) {
    LabelTrie trie = new LabelTrie(language);
    ends(language, concepts).forEach(trie::add);
    return trie.root;
  }

  /** The labels that concepts have in a language, in their order. */
  static List<LabelEnd> ends(Language language, Collection<Concept> concepts) {
    List<LabelEnd> ends = new ArrayList<>();
    for (Concept concept : concepts) {
      for (Label label : concept.labels()) {
        if (label.language() == language && !isAlsoAmbiguous(label, concept)) {
          ends.add(LabelEnd.of(concept, label));
        }
      }
    }
    return ends;
  }

  /** A label that is said to be ambiguous as well counts as ambiguous only. */
  private static boolean isAlsoAmbiguous(Label label, Concept concept) {
    if (label.form() == Label.Form.AMBIGUOUS) {
      return false;
    }
    for (Label other : concept.labels()) {
      if (other.form() == Label.Form.AMBIGUOUS
          && other.language() == label.language()
          && other.text().equals(label.text())) {
        return true;
      }
    }
    return false;
  }

  /** Hyphens and quotation marks inside a label: a text may have them or not. */
  static boolean isGlue(Token token) {
    return token.type() == Token.Type.PUNCTUATION
        && (token.is("-") || token.is("\"") || token.is("'"));
  }

  private void add(LabelEnd end) {
    List<Token> tokens = Tokenizer.tokenize(end.label().text());
    add(end, tokens);
    boolean reflexive = tokens.size() == 2 && tokens.get(0).is("sich");
    if (reflexive && end.label().language() == Language.DE) {
      add(end, List.of(tokens.get(1), tokens.get(0)));
    }
  }

  /** The words in the order they stand in: sich austauschen, but tauschten sich aus. */
  private void add(LabelEnd end, List<Token> tokens) {
    List<LabelNode> nodes = List.of(root);
    for (Token token : tokens) {
      if (!isGlue(token)) {
        nodes = after(nodes, end, token);
      }
    }
    for (LabelNode node : nodes) {
      if (node != root) {
        node.end(end);
      }
    }
  }

  /**
   * Where a label's token leads: by its very form in a hidden label of a word or cue, else by all
   * its lemmas, but by no verb's lemma for a noun and by no noun's for a verb.
   */
  private List<LabelNode> after(List<LabelNode> nodes, LabelEnd end, Token token) {
    String kind = end.concept().kind();
    boolean steers = kind.equals("word") || kind.equals("cue");
    List<LabelNode> reached = new ArrayList<>(1);
    if (steers && token.isWord() && end.label().form() == Label.Form.HIDDEN) {
      nodes.forEach(node -> reached.add(node.openForm(token.folded())));
      return reached;
    }
    List<String> keys =
        token.isWord() ? labelKeys(end.concept(), steers, token) : List.of(token.folded());
    nodes.forEach(node -> keys.forEach(key -> reached.add(node.open(key))));
    return reached;
  }

  private List<String> labelKeys(Concept concept, boolean steers, Token token) {
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
}
