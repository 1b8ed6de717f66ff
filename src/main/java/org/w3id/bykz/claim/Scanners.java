package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Morphology;
import org.w3id.bykz.lexicon.Word;
import org.w3id.bykz.mention.DateContext;
import org.w3id.bykz.mention.DateMention;
import org.w3id.bykz.mention.DateScanner;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.QuantityMention;
import org.w3id.bykz.mention.QuantityScanner;
import org.w3id.bykz.mention.ScannerWords;
import org.w3id.bykz.mention.SentenceWords;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;

/** The scanners of numbers and dates. Immutable and thread-safe. */
final class Scanners {

  private final ScannerWords words;
  private final DateScanner dates;
  private final QuantityScanner quantities;

  Scanners(ScannerWords words) {
    this.words = words;
    dates = new DateScanner(words);
    quantities = new QuantityScanner(words);
  }

  /** A sentence with what the scanners know in it. */
  SentenceWords words(Sentence sentence) {
    return words.in(sentence);
  }

  List<DateMention> dates(SentenceWords words, DateContext context) {
    return dates.scan(words, context);
  }

  /** When a text says itself that it was published. */
  Optional<String> documentDate(List<Sentence> sentences) {
    return dates.documentDate(sentences);
  }

  /** Whether a word follows that the number counts, as in 10 thousand tractors. */
  private static boolean countsNoun(
      Sentence sentence, QuantityMention mention, List<DateMention> dates) {
    int next = mention.to();
    return next < sentence.tokens().size()
        && sentence.tokens().get(next).isWord()
        && sentence.tokens().get(next).text().length()
            > (sentence.language() == Language.RU ? 2 : 3)
        && Few.of(dates).noneMatch(date -> date.from() == next)
        && (sentence.language() != Language.DE || sentence.tokens().get(next).isCapitalised())
        && (sentence.language() != Language.RU || isNominal(sentence.tokens().get(next).text()));
  }

  private static boolean isNominal(String text) {
    Word word = Morphology.of(Language.RU).word(text);
    return word.is(Feature.NOUN) || word.is(Feature.ADJECTIVE);
  }

  List<Figure> figures(
      Sentence sentence, SentenceWords words, List<DateMention> dates, Optional<String> passage) {
    List<Figure> figures = new ArrayList<>();
    List<QuantityMention> mentions = quantities.scan(words, dates);
    Optional<String> currency =
        Few.of(mentions)
            .filter(m -> m.kind() == QuantityMention.Kind.MONEY)
            .flatMap(m -> Few.of(m.unit()))
            .findFirst()
            .or(() -> passage);
    for (QuantityMention mention : mentions) {
      if (mention.kind() != QuantityMention.Kind.ORDINAL
          && mention.kind() != QuantityMention.Kind.DURATION
          && mention.kind() != QuantityMention.Kind.PERCENTAGE_POINTS) {
        int direction = QuantityScanner.changeDirection(words, mention.from(), mention.to());
        boolean counts = countsNoun(sentence, mention, dates);
        figures.add(Figure.of(mention, direction, counts ? Optional.empty() : currency));
      }
    }
    return figures;
  }
}
