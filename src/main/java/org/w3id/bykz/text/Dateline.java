package org.w3id.bykz.text;

import java.util.List;

/**
 * Reads the dateline that a paragraph may begin with: place, day and agency in any order, up to the
 * dash or full stop before the first sentence, as in {@code MINSK, 29. August (BelTA) –}, {@code 12
 * июня, Гродно /Корр. агентства/.} or {@code date 2022-06-09}.
 */
final class Dateline {

  private static final int LONGEST_BRACKET = 10;
  private static final int LONGEST_PLACE = 4;

  /** What is shorter may be an acronym. */
  private static final int SHORTEST_BARE_PLACE = 5;

  private final List<Token> tokens;
  private final int from;
  private final int to;
  private final Conventions conventions;

  private int at;
  private boolean date;
  private boolean numericDate;
  private boolean place;
  private boolean capitalPlace;
  private boolean source;

  /** Whether a full stop was passed; a place after it and the date begins a sentence. */
  private boolean stopped;

  private Dateline(List<Token> tokens, int from, int to, Conventions conventions) {
    this.tokens = tokens;
    this.from = from;
    this.to = to;
    this.conventions = conventions;
    this.at = from;
  }

  /** Where the dateline ends that begins at {@code from}, exclusive; {@code from} if none does. */
  static int end(List<Token> tokens, int from, int to, Conventions conventions) {
    return new Dateline(tokens, from, to, conventions).read();
  }

  /** Whether the dateline read from {@code from} names its place in capitals. */
  static boolean startsInCapitals(List<Token> tokens, int from) {
    return isUpperCase(tokens.get(from));
  }

  private int read() {
    at += conventions.dateLabels().lengthAt(tokens, at, to);
    skip(":");
    int accepted = from;
    while (at < to && (isDash(at) || item())) {
      if (at == to) {
        return date || (source && capitalPlace) ? to : accepted;
      }
      if (isDash(at)) {
        return endsAtDash() || isBarePlace() ? afterAgency(at + 1) : accepted;
      }
      if (isStop(at)) {
        at++;
        stopped = true;
        accepted = date || (place && source) ? at : accepted;
      } else if (numericDate && !place && !source && startsSentence(at)) {
        return at;
      } else if (!skip(",") && !skip("|") && !opensBracket(at)) {
        return accepted;
      }
    }
    return at == to && date ? to : accepted;
  }

  private boolean endsAtDash() {
    return numericDate || (date && (place || source)) || (source && capitalPlace);
  }

  /** Whether nothing but a place in capitals stands before the dash, as in {@code ASTANA – The}. */
  private boolean isBarePlace() {
    return capitalPlace
        && tokens.get(at).begin() - tokens.get(from).begin() > SHORTEST_BARE_PLACE
        && at + 1 < to
        && startsSentence(at + 1)
        && !isUpperCase(tokens.get(at + 1));
  }

  /** Reads one part and says whether there was one. */
  private boolean item() {
    int before = at;
    at = afterDate(before);
    date |= at > before;
    if (at == before) {
      at = afterSource(before);
      source |= at > before;
    }
    if (at == before && !(stopped && date)) {
      at = afterPlace(before);
      place |= at > before;
    }
    return at > before;
  }

  private int afterSource(int i) {
    int end = afterBracket(i);
    return end > i ? end : i + conventions.agencies().lengthAt(tokens, i, to);
  }

  private int afterDate(int i) {
    if (date || i >= to) {
      return i;
    }
    int end = afterNumericDate(i);
    if (end == i) {
      end = afterDayAndMonth(i);
    }
    return end == i ? i : afterTime(end);
  }

  private int afterNumericDate(int i) {
    String text = tokens.get(i).text();
    if (tokens.get(i).type() != Token.Type.NUMBER) {
      return i;
    }
    if (text.length() == 4 && isGluedNumber(i + 1) && isGluedNumber(i + 3)) {
      numericDate = true;
      return i + 5;
    }
    int firstStop = text.indexOf('.');
    int lastStop = text.lastIndexOf('.');
    if (text.indexOf(',') < 0
        && firstStop > 0
        && firstStop <= 2
        && lastStop > firstStop + 1
        && lastStop <= firstStop + 3
        && text.length() == lastStop + 5) {
      numericDate = true;
      return afterYearWord(i + 1);
    }
    return i;
  }

  /** Whether {@code -} and a number of two digits follow without space. */
  private boolean isGluedNumber(int i) {
    return i + 1 < to
        && tokens.get(i).is("-")
        && !tokens.get(i).spaceBefore()
        && !tokens.get(i + 1).spaceBefore()
        && tokens.get(i + 1).type() == Token.Type.NUMBER
        && tokens.get(i + 1).text().length() == 2;
  }

  private int afterDayAndMonth(int i) {
    int end = i;
    if (isDay(i)) {
      end++;
      end += end < to && isStop(end) ? 1 : 0;
      if (end == to || !conventions.isMonth(tokens.get(end))) {
        return i;
      }
      end++;
      end += end + 1 < to && isStop(end) && tokens.get(end + 1).type() == Token.Type.NUMBER ? 1 : 0;
    } else if (conventions.isMonth(tokens.get(i))) {
      end++;
      end += end < to && isStop(end) ? 1 : 0;
      if (end == to || !isDay(end)) {
        return i;
      }
      end++;
    } else {
      return i;
    }
    int year = end < to && tokens.get(end).is(",") ? end + 1 : end;
    return year < to && isYear(year) ? afterYearWord(year + 1) : end;
  }

  private int afterYearWord(int i) {
    return i < to && conventions.yearWords().contains(tokens.get(i).folded()) ? i + 1 : i;
  }

  private int afterTime(int i) {
    int hour = i < to && tokens.get(i).is(",") ? i + 1 : i;
    boolean time =
        hour + 2 < to
            && isDayLike(hour, 24)
            && tokens.get(hour + 1).is(":")
            && !tokens.get(hour + 1).spaceBefore()
            && tokens.get(hour + 2).type() == Token.Type.NUMBER;
    return time ? hour + 3 : i;
  }

  private boolean isDay(int i) {
    return isDayLike(i, 31);
  }

  private boolean isDayLike(int i, int most) {
    Token token = tokens.get(i);
    return token.type() == Token.Type.NUMBER
        && token.folded().length() <= 2
        && token.folded().chars().allMatch(digit -> digit >= '0' && digit <= '9')
        && Integer.parseInt(token.folded()) <= most;
  }

  private boolean isYear(int i) {
    String text = tokens.get(i).folded();
    return tokens.get(i).type() == Token.Type.NUMBER
        && text.length() == 4
        && (text.startsWith("19") || text.startsWith("20"));
  }

  private int afterBracket(int i) {
    String closing = i < to ? closing(tokens.get(i)) : "";
    if (closing.isEmpty()) {
      return i;
    }
    for (int end = i + 1; end < to && end <= i + LONGEST_BRACKET; end++) {
      if (tokens.get(end).is(closing)) {
        return end + 1;
      }
    }
    return i;
  }

  private boolean opensBracket(int i) {
    return !closing(tokens.get(i)).isEmpty();
  }

  private static String closing(Token token) {
    return switch (token.folded()) {
      case "(" -> ")";
      case "[" -> "]";
      case "/" -> "/";
      default -> "";
    };
  }

  private int afterPlace(int i) {
    int end = i;
    if (end + 2 < to && tokens.get(end).is("г") && isStop(end + 1)) {
      end += 2;
    }
    int words = 0;
    boolean capitals = true;
    while (end < to
        && words < LONGEST_PLACE
        && tokens.get(end).isWord()
        && tokens.get(end).isCapitalised()
        && !conventions.isMonth(tokens.get(end))
        && !conventions.openers().contains(tokens.get(end).folded())) {
      capitals &= isUpperCase(tokens.get(end));
      words++;
      end++;
      while (end + 1 < to
          && tokens.get(end).is("-")
          && !tokens.get(end).spaceBefore()
          && tokens.get(end + 1).isWord()
          && !tokens.get(end + 1).spaceBefore()) {
        end += 2;
      }
    }
    if (words == 0 || end == to || !endsPlace(end)) {
      return i;
    }
    capitalPlace |= capitals;
    return end;
  }

  private boolean endsPlace(int i) {
    return tokens.get(i).is(",") || isStop(i) || opensBracket(i) || isDash(i);
  }

  private static boolean isUpperCase(Token token) {
    return token.text().length() > 1
        && token.text().codePoints().noneMatch(Character::isLowerCase)
        && token.isWord();
  }

  private boolean startsSentence(int i) {
    return tokens.get(i).isCapitalised() || "\"".equals(tokens.get(i).folded());
  }

  private boolean isStop(int i) {
    return tokens.get(i).text().equals(".") && !tokens.get(i).spaceBefore();
  }

  private boolean isDash(int i) {
    return tokens.get(i).is("-") && (tokens.get(i).spaceBefore() || spaceAfter(i));
  }

  private boolean spaceAfter(int i) {
    return i + 1 < to && tokens.get(i + 1).spaceBefore();
  }

  private boolean skip(String sign) {
    boolean found = at < to && tokens.get(at).is(sign);
    at += found ? 1 : 0;
    return found;
  }

  /** After an agency, and its author, between dash and full stop, as in {@code – БелТА.} */
  private int afterAgency(int i) {
    int end = i < to ? i + conventions.agencies().lengthAt(tokens, i, to) : i;
    if (end > i && end < to && tokens.get(end).is(",")) {
      end = afterPlace(end + 1);
    }
    return end > i && end < to && (isStop(end) || isDash(end)) ? end + 1 : i;
  }
}
