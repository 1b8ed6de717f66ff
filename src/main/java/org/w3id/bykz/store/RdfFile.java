package org.w3id.bykz.store;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;

/**
 * Reads a file of RDF, gzip or not (told by its bytes), as a stream. Whatever is wrong with it ends
 * the reading with a {@link DataException} that names file and, where known, line.
 */
public final class RdfFile {

  private static final int BUFFER = 1 << 17;
  private static final int GZIP_MAGIC = 0x8B1F;

  private RdfFile() {}

  /** Reads in the syntax that the file's name tells, such as {@code .ttl} or {@code .nq.gz}. */
  public static void read(Path file, StreamRDF sink) {
    Lang lang = RDFLanguages.filenameToLang(file.toString());
    if (lang == null || !RDFLanguages.isTriples(lang) && !RDFLanguages.isQuads(lang)) {
      throw new UsageException(
          "Cannot tell the syntax of "
              + file
              + " from its name; it should end in .ttl, .trig, .nt,"
              + " .nq, .jsonld or .rdf, with or without .gz");
    }
    read(file, lang, sink);
  }

  public static void read(Path file, Lang lang, StreamRDF sink) {
    try (Utf8Stream in = open(file)) {
      Optional<RuntimeException> refused = parse(file, in, lang, sink);
      // The parser may take a failure to read for the end of the file.
      if (in.failure().isPresent()) {
        throw in.failure().get();
      }
      refused.ifPresent(
          problem -> {
            throw problem;
          });
    } catch (NoSuchFileException e) {
      throw new UsageException("Cannot read " + file + ": there is no such file", e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Optional<RuntimeException> parse(
      Path file, InputStream in, Lang lang, StreamRDF sink) {
    try {
      RDFParser.source(in)
          .forceLang(lang)
          .set(LangJSONLD11.JSONLD_OPTIONS, new JsonLdOptions(RdfFile::refuseToLoad))
          .base(file.toUri().toString())
          .checking(true)
          .errorHandler(new Refusing(file))
          .parse(sink);
      return Optional.empty();
    } catch (RiotException | RuntimeIOException e) {
      return Optional.of(new DataException(file + ": " + e.getMessage(), e));
    } catch (DataException e) {
      return Optional.of(e);
    }
  }

  /** Contexts stand in the file itself: none is fetched, and no other file read. */
  private static Document refuseToLoad(URI context, DocumentLoaderOptions options)
      throws JsonLdError {
    throw new JsonLdError(
        JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
        "the context " + context + " is elsewhere and not fetched; write it into the file");
  }

  private static Utf8Stream open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UsageException(file + " is a folder; name the files in it");
    }
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    bytes.mark(2);
    int magic = bytes.read() | bytes.read() << 8;
    bytes.reset();
    if (magic < 0) {
      bytes.close();
      throw new DataException(file + " is empty");
    }
    return new Utf8Stream(magic == GZIP_MAGIC ? new GZIPInputStream(bytes, BUFFER) : bytes);
  }

  private static DataException unreadable(Path file, IOException e) {
    if (e instanceof Utf8Stream.BadText bad) {
      return new DataException(file + ":" + bad.line() + ": " + bad.getMessage(), e);
    }
    return new DataException("Cannot read " + file + ": " + Reasons.of(e), e);
  }

  /**
   * Stops at the first error; warnings are about style, and shapes have the last word on values.
   */
  private record Refusing(Path file) implements ErrorHandler {

    @Override
    public void warning(String message, long line, long column) {}

    @Override
    public void error(String message, long line, long column) {
      fatal(message, line, column);
    }

    @Override
    public void fatal(String message, long line, long column) {
      throw new DataException(file + (line > 0 ? ":" + line : "") + ": " + message);
    }
  }
}
