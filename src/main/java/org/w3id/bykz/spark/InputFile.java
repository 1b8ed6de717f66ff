package org.w3id.bykz.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.w3id.bykz.loader.Articles;
import org.w3id.bykz.loader.Bytes;
import org.w3id.bykz.loader.DocumentLoader;
import org.w3id.bykz.text.Sha256;

/**
 * A file that holds a text, or a table or archive of many, on whatever file system.
 *
 * @param known what is known of its source beforehand
 */
record InputFile(String path, PackedSource known) implements Serializable {

  private static final String PARQUET = ".parquet";

  /**
   * What a file holds.
   *
   * @param digest of its bytes, by which a file is known to be the same, whatever the clocks say
   * @param records how many articles its loader finds, those that cannot be read too
   */
  record Content(InputFile file, String digest, long records) implements Serializable {}

  static boolean isParquet(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(PARQUET);
  }

  /** Its articles, in its order. */
  Articles articles(Configuration files) {
    return isParquet(path)
        ? DocumentLoader.articles(path, new ParquetRows(path, files), known.unpacked())
        : DocumentLoader.articles(path, bytes(files), known.unpacked());
  }

  /** Reads it once for the digest, and once to find its records. */
  Content content(Configuration files) throws IOException {
    long records = 0;
    try (Articles articles = articles(files)) {
      for (; articles.hasNext(); articles.next()) {
        records++;
      }
    }
    return new Content(this, digest(files), records);
  }

  /** Of one that cannot be read its articles tell why. */
  private String digest(Configuration files) {
    MessageDigest digest = Sha256.begin();
    try (InputStream in = new DigestInputStream(bytes(files).open(), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return Digests.hex(digest);
    } catch (IOException e) {
      return "unreadable";
    }
  }

  private Bytes bytes(Configuration files) {
    return () -> {
      Path file = new Path(path);
      return file.getFileSystem(files).open(file);
    };
  }
}
