package org.w3id.bykz.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3id.bykz.text.Sentence.Zone;
import org.w3id.bykz.text.Zones.Zoned;

/**
 * Cuts a text into sentences, and tells headlines, datelines, lists and boilerplate from its body.
 *
 * <p>A line break ends a paragraph, unless the text is wrapped by hand. The sentences hold all
 * tokens of the text, each once and in order. How a language is written (abbreviations, months,
 * calls to subscribe) is read from {@code ontology/text/}. A paragraph in another language than its
 * text is split by that language's conventions. Immutable and thread-safe.
 */
public final class SentenceSplitter {

  /**
   * No sentence of news comes near it, lists of names included. What is longer is cut, after a
   * comma or semicolon where there is one, so that the work for a text grows no faster than the
   * text.
   */
  static final int MOST_TOKENS = 500;

  private static final Set<String> CUTS = Set.of(",", ";");

  private final Map<Language, Conventions> conventions = new EnumMap<>(Language.class);
  private final LanguageDetector detector;

  public SentenceSplitter() {
    this(new LanguageDetector());
  }

  public SentenceSplitter(LanguageDetector detector) {
    this.detector = detector;
    for (Language language : Language.values()) {
      conventions.put(language, Conventions.of(language));
    }
  }

  public List<Sentence> split(Document document) {
    return split(document.text(), document.tokens(), document.language());
  }

  /** The sentences of {@code text}, which is written in {@code language} for the most part. */
  public List<Sentence> split(String text, Language language) {
    return split(text, Tokenizer.tokenize(text), language);
  }

  private List<Sentence> split(String text, List<Token> tokens, Language language) {
    if (tokens.isEmpty()) {
      return List.of();
    }
    List<Paragraph> paragraphs = Paragraph.of(text, tokens);
    List<Language> languages =
        paragraphs.stream()
            .map(paragraph -> detector.language(tokens, paragraph.from(), paragraph.to(), language))
            .toList();
    List<Zoned> zones =
        Zones.of(tokens, paragraphs, languages.stream().map(conventions::get).toList());
    Capitals capitals = new Capitals(tokens);
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      Cut cut = new Cut(tokens, i, paragraphs.get(i), languages.get(i), zones.get(i), sentences);
      cut.run(conventions.get(languages.get(i)), capitals);
    }
    return sentences;
  }

  /** One paragraph on its way into {@code sentences}. */
  private record Cut(
      List<Token> tokens,
      int index,
      Paragraph paragraph,
      Language language,
      Zoned zoned,
      List<Sentence> sentences) {

    void run(Conventions conventions, Capitals capitals) {
      Zone zone = zoned.zone();
      if (zone == Zone.DATELINE || zone == Zone.BOILERPLATE) {
        add(paragraph.from(), paragraph.to(), zone);
        return;
      }
      if (zoned.datelineEnd() > paragraph.from()) {
        add(paragraph.from(), zoned.datelineEnd(), Zone.DATELINE);
      }
      int from = zoned.datelineEnd();
      for (int end : SentenceEnds.of(tokens, from, paragraph.to(), conventions, capitals)) {
        while (end - from > MOST_TOKENS) {
          int cut = cut(from);
          add(from, cut, zone);
          from = cut;
        }
        add(from, end, isRubric(from, end) ? Zone.SUBHEADING : zone);
        from = end;
      }
    }

    /** Where a sentence that is too long is cut: in the latter half of what it may have. */
    private int cut(int from) {
      int cut = from + MOST_TOKENS;
      while (cut > from + MOST_TOKENS / 2 && !CUTS.contains(tokens.get(cut - 1).text())) {
        cut--;
      }
      return CUTS.contains(tokens.get(cut - 1).text()) ? cut : from + MOST_TOKENS;
    }

    /** Whether a paragraph opens with a word of its own that names what follows: {@code ASTANA.} */
    private boolean isRubric(int from, int end) {
      return from == paragraph.from()
          && zoned.zone() == Zone.BODY
          && end == from + 2
          && end < paragraph.to()
          && tokens.get(from).isCapitalised()
          && tokens.get(end - 1).text().equals(".");
    }

    private void add(int from, int end, Zone zone) {
      List<Token> own = tokens.subList(from, end);
      sentences.add(
          new Sentence(
              sentences.size(),
              index,
              zone,
              language,
              own.get(0).begin(),
              own.get(own.size() - 1).end(),
              own));
    }
  }
}
