package org.w3id.bykz.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3id.bykz.text.Token;
import org.w3id.bykz.text.Tokenizer;

/**
 * The expressions of one language as two tries over folded tokens: one to be read forwards from an
 * expression's first token, one backwards from its last.
 */
final class WordIndex {

  private static final int BITS = 1 << 14;

  private final Map<String, Node> byFirst = new HashMap<>();

  /** A bit for the hash of each key of {@link #byFirst}: most tokens begin nothing. */
  private final long[] firsts = new long[BITS / Long.SIZE];

  private final Map<String, Node> byLast = new HashMap<>();

  private WordIndex() {}

  static WordIndex of(Collection<ScannerWord> words) {
    WordIndex index = new WordIndex();
    for (ScannerWord word : words) {
      List<String> keys =
          new ArrayList<>(Tokenizer.tokenize(word.text()).stream().map(Token::folded).toList());
      Node.add(index.byFirst, keys, word);
      Collections.reverse(keys);
      Node.add(index.byLast, keys, word);
    }
    for (String key : index.byFirst.keySet()) {
      index.firsts[bit(key) / Long.SIZE] |= 1L << bit(key);
    }
    return index;
  }

  /** What begins with this token; null if nothing does. */
  Node first(Token token) {
    int bit = bit(token.folded());
    return (firsts[bit / Long.SIZE] & 1L << bit) == 0 ? null : byFirst.get(token.folded());
  }

  private static int bit(String key) {
    return (key.hashCode() ^ key.hashCode() >>> 14) & BITS - 1;
  }

  /** What ends with this token; null if nothing does. */
  Node last(Token token) {
    return byLast.get(token.folded());
  }

  static final class Node {

    private static final ScannerWord[] NONE = {};

    private Map<String, Node> next = Map.of();
    private ScannerWord[] words = NONE;

    /** Kinds of the words here and below. */
    private long kinds;

    private static void add(Map<String, Node> roots, List<String> keys, ScannerWord word) {
      Map<String, Node> children = roots;
      Node node = null;
      for (String key : keys) {
        if (node != null) {
          if (node.next.isEmpty()) {
            node.next = new HashMap<>();
          }
          children = node.next;
        }
        node = children.computeIfAbsent(key, fresh -> new Node());
        node.kinds |= word.kind().bit();
      }
      if (node != null) {
        ScannerWord[] more = Arrays.copyOf(node.words, node.words.length + 1);
        more[node.words.length] = word;
        node.words = more;
      }
    }

    boolean holdsAny(long bits) {
      return (kinds & bits) != 0;
    }

    boolean holds(ScannerWord.Kind kind) {
      return holdsAny(kind.bit());
    }

    Node next(Token token) {
      return next.isEmpty() ? null : next.get(token.folded());
    }

    ScannerWord word(ScannerWord.Kind kind) {
      for (ScannerWord word : words) {
        if (word.kind() == kind) {
          return word;
        }
      }
      return null;
    }
  }
}
