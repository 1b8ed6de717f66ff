package org.w3id.bykz.mention;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;
import org.w3id.bykz.text.Token;

/**
 * The words of all scanners; those of a language are made ready at its first sentence. Thread-safe.
 */
public final class ScannerWords {

  private final List<ScannerWord> words;
  private final Map<Language, WordIndex> indexes = new ConcurrentHashMap<>();

  private ScannerWords(Collection<ScannerWord> words) {
    this.words = List.copyOf(words);
  }

  public static ScannerWords of(Collection<ScannerWord> words) {
    return new ScannerWords(words);
  }

  /** A sentence with the words of the scanners in it. */
  public SentenceWords in(Sentence sentence) {
    WordIndex index = indexes.computeIfAbsent(sentence.language(), this::index);
    Token[] tokens = sentence.tokens().toArray(Token[]::new);
    return new SentenceWords(tokens, sentence.language(), index);
  }

  private WordIndex index(Language language) {
    return WordIndex.of(
        words.stream().filter(word -> word.language().map(language::equals).orElse(true)).toList());
  }
}
