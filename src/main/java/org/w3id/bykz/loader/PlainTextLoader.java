package org.w3id.bykz.loader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.LanguageDetector;
import org.w3id.bykz.text.Source;

/**
 * Loads plain text files in UTF-8. The text is the file as it is: a byte order mark stays, and so
 * do line ends, so that offsets are those of the file. Immutable and thread-safe.
 */
public final class PlainTextLoader {

  /**
   * 2 MB: no article comes near it, and even a text of two million brackets, a token each, leaves
   * room in a heap of 256 MB. A file that is larger holds many articles, which are many sources.
   */
  public static final int MOST_BYTES = 2 << 20;

  private final int mostBytes;
  private final Set<Language> readable;
  private final LanguageDetector detector;

  /** Takes texts in every language that is known. */
  public PlainTextLoader(LanguageDetector detector) {
    this(detector, EnumSet.allOf(Language.class));
  }

  /** Refuses texts in other languages than {@code readable}. */
  public PlainTextLoader(LanguageDetector detector, Set<Language> readable) {
    this(detector, readable, MOST_BYTES);
  }

  /** Refuses files of more than {@code mostBytes} too. */
  PlainTextLoader(LanguageDetector detector, Set<Language> readable, int mostBytes) {
    this.detector = detector;
    this.readable = Collections.unmodifiableSet(EnumSet.copyOf(readable));
    this.mostBytes = mostBytes;
  }

  /** A file of which nothing is known but its name. */
  public Document load(Path file) throws LoadException {
    return load(file, Source.of(TextFiles.idOf(file)));
  }

  /**
   * The text of {@code file}, in the language that {@code source} says, else in the one it shows.
   */
  public Document load(Path file, Source source) throws LoadException {
    String text = read(file);
    String tag = source.language().isPresent() ? source.language().get().tag() : detect(file, text);
    Language language =
        Language.ofTag(tag)
            .filter(readable::contains)
            .orElseThrow(
                () ->
                    new LoadException(
                        "%s is in %s, which is not read yet; only %s"
                            .formatted(file, nameOf(tag), readable())));
    return new Document(source, language, text);
  }

  private String detect(Path file, String text) throws LoadException {
    return detector
        .tag(text)
        .orElseThrow(
            () ->
                new LoadException(
                    file
                        + " is in a language that cannot be told, and only "
                        + readable()
                        + "; give its language in the catalogue if it is one of these"));
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

  /** The text of {@code file} as it is. */
  public String read(Path file) throws LoadException {
    byte[] bytes = bytes(file);
    if (bytes.length > mostBytes) {
      throw new LoadException(
          file
              + " is larger than "
              + (mostBytes >> 20)
              + " MB, the most that is read of one source; split it into one file an article");
    }
    String text;
    try {
      text = Utf8.decode(bytes);
    } catch (Utf8.NotText e) {
      throw new LoadException(file + " " + e.getMessage(), e);
    }
    if (isBlank(text)) {
      throw new LoadException(
          file
              + (bytes.length == 0 ? " is empty" : " holds nothing but white space")
              + "; give a file with text");
    }
    return text;
  }

  private byte[] bytes(Path file) throws LoadException {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(mostBytes + 1);
    } catch (NoSuchFileException e) {
      throw new LoadException("There is no file " + file + "; check the path", e);
    } catch (AccessDeniedException e) {
      throw new LoadException("The file " + file + " may not be read; check its permissions", e);
    } catch (IOException e) {
      String reason = Files.isDirectory(file) ? "it is a directory" : e.getMessage();
      throw new LoadException("Cannot read " + file + ": " + reason, e);
    }
  }

  private static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(
            point ->
                Character.isWhitespace(point)
                    || Character.isSpaceChar(point)
                    || Character.getType(point) == Character.FORMAT);
  }
}
