package org.w3id.bykz.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.lexicon.Lexicon;
import org.w3id.bykz.lexicon.Word;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;
import org.w3id.bykz.text.Token;

/**
 * A sentence with its words and all vocabulary things found in it, by layer, in the order of the
 * text; inside a layer they do not overlap, but several may share one span.
 */
public final class Mentions {

  private static final Mention[] NONE = {};

  private static final Layer[] LAYERS = Layer.values();

  /** Longest first, then in the order of the text. */
  private static final Comparator<Mention> BY_LENGTH =
      (a, b) ->
          a.length() != b.length()
              ? b.length() - a.length()
              : a.from() != b.from() ? a.from() - b.from() : a.form().compareTo(b.form());

  private static final Comparator<Mention> BY_PLACE = Comparator.comparingInt(Mention::from);

  private final Sentence sentence;

  /** The same tokens as the sentence's, and their words: what readers ask for most. */
  private final Token[] tokens;

  private final Word[] words;

  /** By layer what was found. */
  private final List<List<Mention>> layers;

  /** By layer, for each token the first mention that covers it; empty for a layer without any. */
  private final Mention[][] covering = new Mention[LAYERS.length][];

  /** For each token the steering words that cover it. */
  private final Mention[][] steering;

  private Mentions(Sentence sentence, Token[] tokens, Word[] words, List<List<Mention>> layers) {
    this.sentence = sentence;
    this.tokens = tokens;
    this.words = words;
    this.layers = layers;
    this.steering = new Mention[words.length][];
    Arrays.fill(steering, NONE);
    for (Mention word : in(Layer.WORD)) {
      for (int i = word.from(); i < word.to(); i++) {
        Mention[] here = Arrays.copyOf(steering[i], steering[i].length + 1);
        here[here.length - 1] = word;
        steering[i] = here;
      }
    }
    for (Layer layer : LAYERS) {
      List<Mention> found = in(layer);
      covering[layer.place()] = found.isEmpty() ? NONE : covering(found, words.length);
    }
  }

  private static Mention[] covering(List<Mention> mentions, int size) {
    Mention[] covering = new Mention[size];
    for (Mention mention : mentions) {
      for (int i = mention.from(); i < mention.to(); i++) {
        if (covering[i] == null) {
          covering[i] = mention;
        }
      }
    }
    return covering;
  }

  /** Finds what {@code lexicon} knows in {@code sentence}. */
  public static Mentions find(Sentence sentence, Lexicon lexicon) {
    Token[] tokens = sentence.tokens().toArray(Token[]::new);
    Word[] words = Words.of(tokens, lexicon);
    List<Lexicon.Match> matches = new ArrayList<>(tokens.length * 2);
    for (int i = 0; i < tokens.length; i++) {
      lexicon.find(tokens, words, i, matches);
    }
    if (sentence.language() == Language.RU) {
      SharedHeads.find(tokens, words, lexicon, matches);
    }
    if (sentence.language() == Language.DE) {
      SharedParts.find(tokens, lexicon, matches);
    }
    List<List<Mention>> found = new ArrayList<>(LAYERS.length);
    for (int i = 0; i < LAYERS.length; i++) {
      found.add(new ArrayList<>());
    }
    for (Lexicon.Match match : matches) {
      Optional<Layer> layer = Layer.of(match.concept().kind());
      if (layer.isPresent()) {
        found.get(layer.get().place()).add(mention(match));
      }
    }
    found.replaceAll(Mentions::longest);
    return new Mentions(sentence, tokens, words, found);
  }

  private static Mention mention(Lexicon.Match match) {
    return new Mention(match.from(), match.to(), match.concept(), match.label().form());
  }

  /** The longest of those that overlap; several concepts may share one span. */
  private static List<Mention> longest(List<Mention> found) {
    if (areApart(found)) {
      return found;
    }
    found.sort(BY_LENGTH);
    List<Mention> kept = new ArrayList<>(found.size());
    for (Mention mention : found) {
      if (isFree(mention, kept)) {
        kept.add(mention);
      }
    }
    kept.sort(BY_PLACE);
    return kept;
  }

  /** Whether each begins after the one before it has ended. */
  private static boolean areApart(List<Mention> found) {
    for (int i = 1; i < found.size(); i++) {
      if (found.get(i).from() < found.get(i - 1).to()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFree(Mention mention, List<Mention> kept) {
    for (int i = 0; i < kept.size(); i++) {
      Mention other = kept.get(i);
      boolean free =
          !other.overlaps(mention)
              || other.sharesSpan(mention) && !other.concept().equals(mention.concept());
      if (!free) {
        return false;
      }
    }
    return true;
  }

  public Sentence sentence() {
    return sentence;
  }

  public List<Token> tokens() {
    return sentence.tokens();
  }

  public Token token(int index) {
    return tokens[index];
  }

  public Word word(int index) {
    return words[index];
  }

  public int size() {
    return tokens.length;
  }

  /** What a layer found, in the order of the text. */
  public List<Mention> in(Layer layer) {
    return layers.get(layer.place());
  }

  /** The mention of a layer that covers a token. */
  public Optional<Mention> at(Layer layer, int index) {
    Mention[] mentions = covering[layer.place()];
    return index < 0 || index >= mentions.length
        ? Optional.empty()
        : Optional.ofNullable(mentions[index]);
  }

  /** Whether a token is the definite article, in English or German. */
  public boolean isDefiniteArticle(int index) {
    return token(index).is("the") || word(index).hasLemma("der");
  }

  /** Whether a concept with this key, such as {@code transparent}, covers a token. */
  public boolean isWord(int index, String key) {
    if (index < 0 || index >= steering.length) {
      return false;
    }
    for (Mention mention : steering[index]) {
      if (mention.concept().key().equals(key)) {
        return true;
      }
    }
    return false;
  }

  /** The steering words that cover a token; none outside the sentence. */
  public List<Mention> words(int index) {
    return index < 0 || index >= steering.length ? List.of() : List.of(steering[index]);
  }

  /** The tokens {@code [from, to)} as they stand in the text. */
  public String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from && token(i).spaceBefore()) {
        text.append(' ');
      }
      text.append(token(i).text());
    }
    return text.toString();
  }
}
