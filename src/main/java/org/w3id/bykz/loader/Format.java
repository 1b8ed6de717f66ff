package org.w3id.bykz.loader;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A format that articles come in: told by how a file begins, else by how its name ends. */
enum Format {
  ARCHIVE(WarcLoader::new, ".warc"),
  PAGE(PageLoader::new, ".html", ".htm", ".xhtml"),
  LINES(JsonLinesLoader::new, ".jsonl", ".ndjson"),
  TABLE(CsvLoader::new, ".csv", ".tsv"),
  TEXT(PlainTextLoader::new, ".txt");

  /** So much of a file's beginning tells its format. */
  static final int HEAD = 1 << 12;

  private static final String PACKED = ".gz";

  private static final Pattern ARCHIVE_START = Pattern.compile("WARC/[01]\\.\\d");

  private static final Pattern PAGE_START =
      Pattern.compile(
          "\\s*(<\\?xml[^>]*>\\s*)?(<!--.{0,2000}?-->\\s*)*"
              + "<(!doctype\\s+html|html|head|body|title|meta|article|div)[\\s/>]",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern LINES_START = Pattern.compile("\\s*\\{\\s*\"");

  private final Supplier<Loader> loader;
  private final String[] endings;

  Format(Supplier<Loader> loader, String... endings) {
    this.loader = loader;
    this.endings = endings;
  }

  /** Whether a file of this name is looked for where a folder is read. */
  static boolean isKnown(String fileName) {
    return ofName(fileName) != null;
  }

  /** What a folder is searched for, for messages. */
  static String known() {
    return "*.txt, *.html, *.jsonl, *.csv or *.warc, with .gz or without";
  }

  /**
   * The format of a file.
   *
   * @param head its first bytes, at most {@value #HEAD}
   */
  static Format of(byte[] head, String fileName) {
    String start = start(head);
    if (ARCHIVE_START.matcher(start).lookingAt()) {
      return ARCHIVE;
    }
    if (PAGE_START.matcher(start).lookingAt()) {
      return PAGE;
    }
    if (LINES_START.matcher(start).lookingAt()) {
      return LINES;
    }
    if (CsvLoader.isHeader(start)) {
      return TABLE;
    }
    Format named = ofName(fileName);
    return named == null || named == ARCHIVE ? TEXT : named;
  }

  private static Format ofName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String unpacked =
        name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
    for (Format format : values()) {
      for (String ending : format.endings) {
        if (unpacked.endsWith(ending)) {
          return format;
        }
      }
    }
    return null;
  }

  /** The first characters, without a byte order mark; good enough for the signs that tell. */
  private static String start(byte[] head) {
    Charset charset = HtmlDecoder.byteOrderMark(head).orElse(StandardCharsets.UTF_8);
    String start = new String(head, charset);
    return start.startsWith("\uFEFF") ? start.substring(1) : start;
  }

  Loader loader() {
    return loader.get();
  }
}
