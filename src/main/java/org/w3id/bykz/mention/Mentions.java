package org.w3id.bykz.mention;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.bykz.lexicon.Lexicon;
import org.w3id.bykz.lexicon.Word;
import org.w3id.bykz.text.Sentence;
import org.w3id.bykz.text.Token;

/**
 * A sentence with its words and all vocabulary things found in it, by layer, in the order of the
 * text; inside a layer they do not overlap, but several may share one span.
 */
public final class Mentions {

  private final Sentence sentence;
  private final List<Word> words;
  private final Map<Layer, List<Mention>> layers;

  /** For each token the steering words that cover it. */
  private final List<List<Mention>> steering;

  private Mentions(Sentence sentence, List<Word> words, Map<Layer, List<Mention>> layers) {
    this.sentence = sentence;
    this.words = words;
    this.layers = layers;
    this.steering = new ArrayList<>(Collections.nCopies(words.size(), List.of()));
    for (Mention word : layers.get(Layer.WORD)) {
      for (int i = word.from(); i < word.to(); i++) {
        List<Mention> here = new ArrayList<>(steering.get(i));
        here.add(word);
        steering.set(i, here);
      }
    }
  }

  /** Finds what {@code lexicon} knows in {@code sentence}. */
  public static Mentions find(Sentence sentence, Lexicon lexicon) {
    List<Word> words = Words.of(sentence, lexicon.morphology());
    List<Lexicon.Match> matches = new ArrayList<>();
    for (int i = 0; i < sentence.tokens().size(); i++) {
      lexicon.find(sentence.tokens(), words, i, matches);
    }
    Map<Layer, List<Mention>> layers = new EnumMap<>(Layer.class);
    for (Layer layer : Layer.values()) {
      layers.put(layer, longest(layer, matches));
    }
    return new Mentions(sentence, words, layers);
  }

  private static List<Mention> longest(Layer layer, List<Lexicon.Match> matches) {
    List<Mention> found = new ArrayList<>();
    for (Lexicon.Match match : matches) {
      if (Layer.of(match.concept().kind()).filter(layer::equals).isPresent()) {
        Mention mention =
            new Mention(match.from(), match.to(), match.concept(), match.label().form());
        if (!found.contains(mention)) {
          found.add(mention);
        }
      }
    }
    found.sort(
        Comparator.comparingInt(Mention::length)
            .reversed()
            .thenComparingInt(Mention::from)
            .thenComparing(Mention::form));
    List<Mention> kept = new ArrayList<>();
    for (Mention mention : found) {
      boolean free =
          kept.stream()
              .noneMatch(
                  k ->
                      k.overlaps(mention)
                          && !(k.from() == mention.from()
                              && k.to() == mention.to()
                              && !k.concept().equals(mention.concept())));
      if (free) {
        kept.add(mention);
      }
    }
    kept.sort(Comparator.comparingInt(Mention::from));
    return kept;
  }

  public Sentence sentence() {
    return sentence;
  }

  public List<Token> tokens() {
    return sentence.tokens();
  }

  public Token token(int index) {
    return sentence.tokens().get(index);
  }

  public Word word(int index) {
    return words.get(index);
  }

  public int size() {
    return words.size();
  }

  /** What a layer found, in the order of the text. */
  public List<Mention> in(Layer layer) {
    return layers.get(layer);
  }

  /** The mention of a layer that covers a token. */
  public Optional<Mention> at(Layer layer, int index) {
    for (Mention mention : layers.get(layer)) {
      if (mention.from() <= index && index < mention.to()) {
        return Optional.of(mention);
      }
    }
    return Optional.empty();
  }

  /** Whether a concept with this key, such as {@code transparent}, covers a token. */
  public boolean isWord(int index, String key) {
    for (Mention mention : words(index)) {
      if (mention.concept().key().equals(key)) {
        return true;
      }
    }
    return false;
  }

  /** The steering words that cover a token; none outside the sentence. */
  public List<Mention> words(int index) {
    return index < 0 || index >= steering.size() ? List.of() : steering.get(index);
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
