package org.w3id.bykz.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.bykz.loader.Article.Loaded;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.LanguageDetector;
import org.w3id.bykz.text.Source;
import org.w3id.bykz.text.Token;
import org.w3id.bykz.text.Tokenizer;

/**
 * Makes documents of files: finds their articles, whatever the format, and tells the language of
 * each. Immutable and thread-safe.
 */
public final class DocumentLoader {

  private final Set<Language> readable;
  private final LanguageDetector detector;

  /** Takes texts in every language that is known. */
  public DocumentLoader(LanguageDetector detector) {
    this(detector, EnumSet.allOf(Language.class));
  }

  /** Refuses texts in other languages than {@code readable}. */
  public DocumentLoader(LanguageDetector detector, Set<Language> readable) {
    this.detector = detector;
    this.readable = Collections.unmodifiableSet(EnumSet.copyOf(readable));
  }

  /**
   * The articles of {@code file}, of which {@code known} is known: of the one article of a text or
   * page, what stands there goes before what the file says itself; for the many of a table or
   * archive it is the publisher and language of those that name none, and the beginning of their
   * ids.
   */
  public static Articles articles(Path file, Optional<Source> known) {
    try {
      Source source = known.isPresent() ? known.get() : Source.of(TextFiles.idOf(file));
      return articles(file.toString(), () -> Files.newInputStream(file), source);
    } catch (LoadException e) {
      return Articles.of(List.of(Article.refused(file.toString(), e)));
    }
  }

  /**
   * The articles of a file that may lie elsewhere, as {@link #articles(Path, Optional)} finds them.
   *
   * @param place its path, for messages, whose end is its name
   */
  public static Articles articles(String place, Bytes bytes, Source known) {
    try {
      Input input = Input.of(place, bytes, known);
      return input.format().loader().articles(input);
    } catch (LoadException e) {
      return Articles.of(List.of(Article.refused(place, e)));
    } catch (IOException e) {
      return Articles.of(List.of(Article.refused(place, Input.failure(place, e))));
    }
  }

  /**
   * The articles of a table, closed with them, an article a row; its columns have the names that
   * those of other tables have.
   *
   * @param place its path, for messages
   */
  public static Articles articles(String place, Rows rows, Source known) {
    return new RowArticles(place, rows, known);
  }

  /**
   * The document that an article is, in the language that its catalogue says, else in the one that
   * it shows, else in the one that its publisher tags it with.
   */
  public Document document(Article article) throws LoadException {
    Loaded loaded = article.content().load();
    Source source = loaded.source();
    List<Token> tokens = Tokenizer.tokenize(loaded.text());
    Optional<String> tag =
        source.language().map(Language::tag).or(() -> detector.tag(tokens)).or(loaded::tagged);
    if (tag.isEmpty()) {
      throw new LoadException(
          article.place()
              + " is in a language that cannot be told, and only "
              + readable()
              + "; give its language in the catalogue if it is one of these");
    }
    Language language =
        Language.ofTag(tag.get())
            .filter(readable::contains)
            .orElseThrow(
                () ->
                    new LoadException(
                        "%s is in %s, which is not read yet; only %s"
                            .formatted(article.place(), nameOf(tag.get()), readable())));
    return new Document(source, language, loaded.text(), tokens);
  }

  private static String nameOf(String tag) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
  }

  private String readable() {
    List<String> names = readable.stream().map(language -> nameOf(language.tag())).toList();
    int last = names.size() - 1;
    return last == 0
        ? names.get(0) + " is"
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last) + " are";
  }
}
