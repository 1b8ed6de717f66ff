package org.w3id.bykz.mention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.w3id.bykz.mention.QuantityMention.Reading;
import org.w3id.bykz.rdf.OntologyFiles;
import org.w3id.bykz.rdf.ScannerWordsReader;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;
import org.w3id.bykz.text.Token;
import org.w3id.bykz.text.Tokenizer;

/** The scanners with the project's words, and what they find in a line to read. */
final class Scanners {

  static final List<ScannerWord> WORDS = words();
  static final DateScanner DATES = new DateScanner(ScannerWords.of(WORDS));
  static final QuantityScanner QUANTITIES = new QuantityScanner(ScannerWords.of(WORDS));

  private Scanners() {}

  private static List<ScannerWord> words() {
    try {
      return ScannerWordsReader.read(OntologyFiles.ofFolder(Path.of("ontology")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sentence sentence(String text, Language language) {
    return sentence(Tokenizer.tokenize(text), text.length(), language);
  }

  static Sentence sentence(List<Token> tokens, int end, Language language) {
    return new Sentence(0, 0, Sentence.Zone.BODY, language, 0, end, tokens);
  }

  static List<QuantityMention> quantities(String text, Language language) {
    Sentence sentence = sentence(text, language);
    return QUANTITIES.scan(sentence, DATES.scan(sentence, DateContext.UNKNOWN));
  }

  static String figures(String text, Language language) {
    Sentence sentence = sentence(text, language);
    return quantities(text, language).stream()
        .map(figure -> in(sentence, figure.from(), figure.to()) + show(figure))
        .collect(Collectors.collectingAndThen(Collectors.joining("; "), Scanners::orDash));
  }

  static String dates(String text, Language language, DateContext context) {
    Sentence sentence = sentence(text, language);
    return DATES.scan(sentence, context).stream()
        .map(
            date ->
                in(sentence, date.from(), date.to())
                    + " "
                    + date.edtf().orElse("?")
                    + " "
                    + date.role())
        .collect(Collectors.collectingAndThen(Collectors.joining("; "), Scanners::orDash));
  }

  private static String orDash(String found) {
    return found.isEmpty() ? "-" : found;
  }

  private static String in(Sentence sentence, int from, int to) {
    StringBuilder text = new StringBuilder("[");
    for (int i = from; i < to; i++) {
      Token token = sentence.tokens().get(i);
      text.append(i > from && token.spaceBefore() ? " " : "").append(token.text());
    }
    return text.append("]").toString();
  }

  private static String show(QuantityMention figure) {
    StringBuilder text = new StringBuilder(" " + figure.kind());
    text.append(' ').append(figure.number().toPlainString());
    figure.unit().ifPresent(unit -> text.append(' ').append(unit));
    figure.bound().ifPresent(bound -> text.append(' ').append(bound.key()));
    figure.per().ifPresent(per -> text.append(" /").append(per));
    if (figure.reading() != Reading.PLAIN) {
      text.append(' ').append(figure.reading());
    }
    figure.growth().ifPresent(growth -> text.append(" growth=").append(growth.toPlainString()));
    boolean bare = figure.kind() == QuantityMention.Kind.COUNT && figure.scaled();
    return text.append(bare ? " scaled" : "").toString();
  }
}
