package org.w3id.bykz.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.LanguageDetector;
import org.w3id.bykz.text.Source;

class PlainTextLoaderTest {

  private static final LanguageDetector DETECTOR = new LanguageDetector();
  private static final DocumentLoader LOADER = new DocumentLoader(DETECTOR);
  private static final String RUSSIAN = "Завод в городе продал тракторы соседней области.";

  @TempDir Path folder;

  @Test
  void keepsTheTextAsItIs() throws Exception {
    String text = "\uFEFFThe plant sold milk.\r\nIt was 👍.\r\u2028\n";
    assertThat(load(file("7_a.b.txt", text)))
        .isEqualTo(new Document(Source.of("7"), Language.EN, text));
  }

  @Test
  void takesTheLanguageFromTheSourceBeforeTheText() throws Exception {
    Source source =
        new Source(
            "7",
            Optional.of("Title"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Language.DE),
            Optional.empty(),
            Optional.empty());
    assertThat(load(LOADER, file("7.txt", "The plant sold milk."), Optional.of(source)).language())
        .isEqualTo(Language.DE);
  }

  @Test
  void takesWhatAHeaderTellsAndKeepsItInTheText() throws Exception {
    String text =
        """
        Title: The plant sells milk
        Date: 5 March 2024
        Source: Lida Daily
        URL: https://lida.example/milk
        Author: nobody

        The plant sold milk.
        """;
    assertThat(load(file("7.txt", text)))
        .isEqualTo(
            new Document(
                new Source(
                    "7",
                    Optional.of("The plant sells milk"),
                    Optional.of("Lida Daily"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("2024-03-05"),
                    Optional.of(URI.create("https://lida.example/milk"))),
                Language.EN,
                text));
    assertThat(load(file("8.txt", "Заголовок: Молоко\r\nЯзык: ru\r\n\r\n12")).language())
        .isEqualTo(Language.RU);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Date: 2024\n\nThe plant sold milk.",
        "Title: a\nDate: 2024\nThe plant sold milk.",
        "Minsk: the plant\nLida: it sold\n\nThe plant sold milk.",
        "Title: a\nDate: 2024",
      })
  void takesOtherLinesForText(String text) throws Exception {
    assertThat(load(file("7.txt", text)).source()).isEqualTo(Source.of("7"));
  }

  @Test
  void findsTheLanguageOfAText() throws Exception {
    assertThat(load(file("7.txt", RUSSIAN)).language()).isEqualTo(Language.RU);
  }

  @Test
  void refusesALanguageThatIsNotRead() throws IOException {
    refuses(
        file("7.txt", "Le ministre a rencontré l'ambassadeur pour discuter du commerce."),
        "is in French, which is not read yet; only English, German, Russian, Belarusian and Kazakh"
            + " are");
  }

  @Test
  void refusesALanguageThatCannotBeTold() throws IOException {
    refuses(
        file("7.txt", "白俄罗斯和哈萨克斯坦签署合作协议"),
        "is in a language that cannot be told, and only English, German, Russian, Belarusian and"
            + " Kazakh are; give its language in the catalogue if it is one of these");
  }

  @Test
  void refusesALanguageThatIsNotWanted() throws IOException {
    Path file = file("7.txt", RUSSIAN);
    DocumentLoader loader = new DocumentLoader(DETECTOR, Set.of(Language.DE));
    assertThatThrownBy(() -> load(loader, file, Optional.empty()))
        .isInstanceOf(LoadException.class)
        .hasMessage(file + " is in Russian, which is not read yet; only German is");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    refuses(file("7.txt", ""), "is empty; give a file with text");
  }

  @Test
  void refusesWhiteSpaceOnly() throws IOException {
    refuses(
        file("7.txt", "\uFEFF \n\u00A0\u200B\t"),
        "holds nothing but white space; give a file with text");
  }

  @Test
  void saysWhereTextIsNotUtf8() throws IOException {
    refuses(
        file("7.txt", "Der Präsident von Lida ist da.", StandardCharsets.ISO_8859_1),
        "is not UTF-8: the byte 0xE4 at offset 6 does not belong there (the file looks like"
            + " Windows-1252 or ISO 8859-1); save it as UTF-8");
  }

  @Test
  void recognisesWindows1251() throws IOException {
    refuses(
        file("7.txt", RUSSIAN, Charset.forName("windows-1251")),
        "is not UTF-8: the byte 0xC7 at offset 0 does not belong there (the file looks like"
            + " Windows-1251); save it as UTF-8");
  }

  @Test
  void recognisesKoi8() throws IOException {
    refuses(
        file("7.txt", RUSSIAN, Charset.forName("KOI8-R")),
        "is not UTF-8: the byte 0xFA at offset 0 does not belong there (the file looks like"
            + " KOI8-R); save it as UTF-8");
  }

  @Test
  void refusesATextCutInsideACharacter() throws IOException {
    byte[] bytes = "The plant in Žd".getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("7.txt"), java.util.Arrays.copyOf(bytes, 14));
    refuses(
        file,
        "is not UTF-8: the byte 0xC5 at offset 13 does not belong there (the file looks like"
            + " Windows-1252 or ISO 8859-1); save it as UTF-8");
  }

  @Test
  void keepsAReplacementCharacterThatStandsInTheText() throws Exception {
    assertThat(load(file("7.txt", "the a \uFFFD of the b")).text())
        .isEqualTo("the a \uFFFD of the b");
  }

  @Test
  void recognisesUtf16ByItsFirstBytes() throws IOException {
    refuses(
        file("7.txt", RUSSIAN, StandardCharsets.UTF_16),
        "is in UTF-16, as its first two bytes say; save it as UTF-8");
  }

  @Test
  void recognisesUtf16ByItsZeroBytes() throws IOException {
    refuses(
        file("7.txt", "The plant sold milk.", StandardCharsets.UTF_16LE),
        "has the control character 0x00 at byte 1 and looks like UTF-16; save it as UTF-8");
  }

  @Test
  void refusesABinary() throws IOException {
    refuses(
        file("7.txt", "%PDF-1.4\n%\0\1\2\3 and so on"),
        "has the control character 0x00 at byte 10 and is no plain text; give a text file in"
            + " UTF-8");
  }

  @Test
  void refusesAFileThatIsTooLarge() throws IOException {
    Path file = file("7.txt", "The plant sold milk.\n".repeat(120_000));
    assertThatThrownBy(() -> load(file))
        .isInstanceOf(LoadException.class)
        .hasMessage(
            file
                + " is larger than 2 MB, the most that is read of one source; split it into one"
                + " file an article");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    Path file = folder.resolve("7.txt");
    assertThatThrownBy(() -> load(file))
        .isInstanceOf(LoadException.class)
        .hasMessage("There is no file " + file + "; check the path");
  }

  @Test
  void refusesADirectory() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("7.txt"));
    assertThatThrownBy(() -> load(directory))
        .isInstanceOf(LoadException.class)
        .hasMessage("Cannot read " + directory + ": it is a directory");
  }

  private static Document load(Path file) throws LoadException {
    return load(LOADER, file, Optional.empty());
  }

  private static Document load(DocumentLoader loader, Path file, Optional<Source> known)
      throws LoadException {
    return loader.document(DocumentLoader.articles(file, known).next());
  }

  private void refuses(Path file, String rest) {
    assertThatThrownBy(() -> load(file))
        .isInstanceOf(LoadException.class)
        .hasMessage(file + " " + rest);
  }

  private Path file(String name, String text) throws IOException {
    return file(name, text, StandardCharsets.UTF_8);
  }

  private Path file(String name, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }
}
