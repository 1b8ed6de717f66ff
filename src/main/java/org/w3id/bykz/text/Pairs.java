package org.w3id.bykz.text;

import java.util.Arrays;
import java.util.List;

/**
 * Which quotation marks and brackets of a run of tokens open and which close, and which belong
 * together. A mark that may do both ({@code "}, {@code “}) opens where a word clings to its right
 * side only.
 */
final class Pairs {

  private static final byte NONE = 0;
  private static final byte OPENS = 1;
  private static final byte CLOSES = 2;

  /** How many marks may stay open inside a pair; more are unbalanced text, not nesting. */
  private static final int DEEPEST = 8;

  private final int from;
  private final byte[] roles;

  /** Where the other mark of the pair stands; -1 if it has none. */
  private final int[] partners;

  private Pairs(int from, int count) {
    this.from = from;
    this.roles = new byte[count];
    this.partners = new int[count];
    Arrays.fill(partners, -1);
  }

  static Pairs of(List<Token> tokens, int from, int to) {
    Pairs pairs = new Pairs(from, to - from);
    int[] open = new int[to - from];
    int depth = 0;
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      if (token.type() == Token.Type.PUNCTUATION && token.text().length() == 1) {
        pairs.roles[i - from] = role(tokens, i, from, to);
        if (pairs.opens(i)) {
          open[depth++] = i;
        } else if (pairs.closes(i)) {
          depth = pairs.close(i, tokens, open, depth);
        }
      }
    }
    return pairs;
  }

  boolean opens(int token) {
    return roles[token - from] == OPENS;
  }

  boolean closes(int token) {
    return roles[token - from] == CLOSES;
  }

  /** Where the mark that closes what {@code token} opens stands; -1 if nothing closes it. */
  int closing(int token) {
    return opens(token) ? partners[token - from] : -1;
  }

  /** Pairs {@code token} with the last open mark that it fits; the new depth. */
  private int close(int token, List<Token> tokens, int[] open, int depth) {
    String shape = tokens.get(token).folded();
    for (int i = depth - 1; i >= Math.max(0, depth - DEEPEST); i--) {
      if (belong(tokens.get(open[i]).folded(), shape)) {
        partners[open[i] - from] = token;
        partners[token - from] = open[i];
        return i;
      }
    }
    return depth;
  }

  private static boolean belong(String opener, String closer) {
    return switch (opener) {
      case "(" -> closer.equals(")");
      case "[" -> closer.equals("]");
      case "{" -> closer.equals("}");
      default -> closer.equals(opener);
    };
  }

  private static byte role(List<Token> tokens, int i, int from, int to) {
    return switch (tokens.get(i).text().charAt(0)) {
      case '«', '„', '‟', '‚', '‹', '(', '[', '{' -> OPENS;
      case '»', '›', ')', ']', '}', '”' -> CLOSES;
      case '"', '“', '″' -> bySpace(tokens, i, from, to, CLOSES);
      case '\'', '‘', '’', '‛' -> bySpace(tokens, i, from, to, NONE);
      default -> NONE;
    };
  }

  private static byte bySpace(List<Token> tokens, int i, int from, int to, byte otherwise) {
    boolean spaceBefore =
        i == from || tokens.get(i).spaceBefore() || opensOrJoins(tokens.get(i - 1).folded());
    boolean spaceAfter = i + 1 == to || tokens.get(i + 1).spaceBefore();
    if (spaceBefore && !spaceAfter) {
      return OPENS;
    }
    return spaceBefore == spaceAfter ? otherwise : CLOSES;
  }

  private static boolean opensOrJoins(String sign) {
    return switch (sign) {
      case "(", "[", "-", "/" -> true;
      default -> false;
    };
  }
}
