package org.w3id.bykz.lexicon;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;

/**
 * The labels of all concepts in one language, compiled into a trie over the keys of their words.
 * Immutable and thread-safe.
 */
public final class Lexicon {

  /** A label found in a text: the tokens {@code [from, to)} name {@code concept}. */
  public record Match(int from, int to, Concept concept, Label label) {}

  private static final int CACHE_LIMIT = 200_000;

  /** Shortest part that a German compound is split into. */
  private static final int SHORTEST_PART = 4;

  /** Kinds whose labels stand as parts of German compounds. */
  private static final Set<String> COMPOUNDING =
      Set.of("product", "sector", "cue", "office", "agreement-kind", "event-kind");

  private static final List<LabelEnd> NONE = List.of();

  private final Language language;
  private final Morphology morphology;
  private final LabelNode root;
  private final Map<String, Concept> concepts = new HashMap<>();

  /** By form the words with their {@link Word#begins}; no numbers or addresses. */
  private final Map<String, Word> words = new ConcurrentHashMap<>();

  private final Map<String, List<LabelEnd>> compounds = new ConcurrentHashMap<>();

  public Lexicon(Language language, Collection<Concept> concepts) {
    this(language, concepts, LabelTrie.of(language, concepts));
  }

  private Lexicon(Language language, Collection<Concept> concepts, LabelNode root) {
    this.language = language;
    this.morphology = Morphology.of(language);
    this.root = root;
    concepts.forEach(concept -> this.concepts.put(concept.id(), concept));
  }

  /** Writes how the labels of {@code concepts} are filed, which takes long to find out. */
  public void write(Collection<Concept> concepts, DataOutput out) throws IOException {
    List<LabelEnd> ends = LabelTrie.ends(language, concepts);
    Map<LabelEnd, Integer> places = new HashMap<>();
    for (int i = 0; i < ends.size(); i++) {
      places.put(ends.get(i), i);
    }
    root.write(out, places);
  }

  /** What {@link #write} wrote of the lexicon of the same concepts. */
  public static Lexicon read(Language language, Collection<Concept> concepts, DataInput in)
      throws IOException {
    return new Lexicon(language, concepts, LabelNode.read(in, LabelTrie.ends(language, concepts)));
  }

  public Language language() {
    return language;
  }

  public Morphology morphology() {
    return morphology;
  }

  /** What a token can be. */
  public Word word(Token token) {
    Word known = words.get(token.text());
    if (known != null) {
      return known;
    }
    Word read = token.isWord() ? morphology.word(token.text()) : Word.ofSign(token.folded());
    Word word = read.beginning(root.after(token, read));
    boolean rare = token.type() == Token.Type.NUMBER || token.type() == Token.Type.ADDRESS;
    if (words.size() < CACHE_LIMIT && !rare) {
      words.put(token.text(), word);
    }
    return word;
  }

  /** The concept of an id such as {@code region/BY-HR}. */
  public Optional<Concept> concept(String id) {
    return Optional.ofNullable(concepts.get(id));
  }

  /** Every label that starts at the token {@code from}, the shorter ones first. */
  public void find(Token[] tokens, Word[] words, int from, List<Match> into) {
    int before = into.size();
    Token first = tokens[from];
    LabelNode[] begins = words[from].begins();
    for (LabelNode node : begins == null ? root.after(first, words[from]) : begins) {
      goOn(node, tokens, words, from, from, into);
    }
    if (language == Language.DE && first.isCapitalised()) {
      boolean alone = onlyFields(into, before);
      boolean field = alone && into.size() > before;
      List<LabelEnd> parts = compounds.computeIfAbsent(first.text(), this::parts);
      boolean whole =
          alone
              ? field && parts.stream().noneMatch(Lexicon::isOfProject)
              : parts.stream().anyMatch(Lexicon::isKindOfFirm);
      for (LabelEnd part : whole ? NONE : parts) {
        if (alone || steers(part)) {
          into.add(new Match(from, from + 1, part.concept(), part.label()));
        }
      }
    }
  }

  /** Whether a plant or its making is told: Traktoren|montage. */
  private static boolean isOfProject(LabelEnd end) {
    return end.concept().values("evokes").contains("frame/project");
  }

  /** Whether it says no more than that it is a firm: Gemeinschafts|unternehmen. */
  private static boolean isKindOfFirm(LabelEnd end) {
    return end.concept().key().equals("kind-of-firm");
  }

  /** Whether what was found from {@code before} on are but fields: their parts may tell goods. */
  private static boolean onlyFields(List<Match> into, int before) {
    for (int i = before; i < into.size(); i++) {
      if (!into.get(i).concept().kind().equals("sector")
          || into.get(i).to() - into.get(i).from() > 1) {
        return false;
      }
    }
    return true;
  }

  /** The labels of one word that are just {@code form}, as if it stood at the token {@code at}. */
  public void findWhole(String form, int at, List<Match> into) {
    for (LabelNode node : root.after(morphology.word(form))) {
      for (LabelEnd end : node.ends()) {
        into.add(new Match(at, at + 1, end.concept(), end.label()));
      }
    }
  }

  /** Adds the labels that end at {@code at} and those that go on after it. */
  private void goOn(
      LabelNode node, Token[] tokens, Word[] words, int from, int at, List<Match> into) {
    for (LabelEnd end : node.ends()) {
      if (fits(end, tokens[at], tokens[from])) {
        into.add(new Match(from, at + 1, end.concept(), end.label()));
      }
    }
    if (node.isLeaf()) {
      return;
    }
    int next = at + 1;
    while (next < tokens.length && LabelTrie.isGlue(tokens[next])) {
      next++;
    }
    if (next < tokens.length) {
      for (LabelNode after : node.after(tokens[next], words[next])) {
        goOn(after, tokens, words, from, next, into);
      }
    }
  }

  private boolean fits(LabelEnd end, Token last, Token first) {
    return switch (end.demanded()) {
      case ANY -> true;
      case CAPITALISED -> language == Language.DE || first.isCapitalised();
      case CAPITALS -> first.begin() < last.begin() || LabelEnd.isUpperCase(first.text());
    };
  }

  /**
   * What the parts of a German compound name: its longest known last part, and the first part where
   * that is known too, as in {@code Lebensmittel|exporte} and {@code Baumwoll|exporte}; what a mere
   * kind of firm deals in is not named by it.
   */
  private List<LabelEnd> parts(String compound) {
    for (int cut = SHORTEST_PART; cut <= compound.length() - SHORTEST_PART; cut++) {
      List<LabelEnd> heads = endsOf(capitalised(compound.substring(cut)));
      if (!heads.isEmpty() && heads.stream().allMatch(Lexicon::steers)) {
        return heads;
      }
      if (!heads.isEmpty()) {
        List<LabelEnd> parts = new ArrayList<>(heads);
        String first = compound.substring(0, cut);
        List<LabelEnd> modifiers = endsOf(first);
        if (modifiers.isEmpty() && first.endsWith("s")) {
          modifiers = endsOf(first.substring(0, first.length() - 1));
        }
        if (modifiers.isEmpty() && first.endsWith("ll")) {
          modifiers = endsOf(first + "e");
        }
        modifiers.stream().filter(end -> !steers(end)).forEach(parts::add);
        return List.copyOf(parts);
      }
    }
    return List.of();
  }

  private List<LabelEnd> endsOf(String word) {
    List<LabelEnd> ends = new ArrayList<>();
    for (LabelNode node : root.after(morphology.word(word))) {
      for (LabelEnd end : node.ends()) {
        if (COMPOUNDING.contains(end.concept().kind()) || steers(end)) {
          ends.add(end);
        }
      }
    }
    return ends;
  }

  /** Whether the label's concept is a word that may head compounds: Handels|kette is a firm. */
  private static boolean steers(LabelEnd end) {
    return end.concept().has("compounding");
  }

  private static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
