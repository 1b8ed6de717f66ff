package org.w3id.bykz.spark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where the job writes, each file under its name when it is whole:
 *
 * <pre>
 * quads/PART.nq.gz      N-Quads
 * claims/PART.parquet   claims
 * parts/PART.jsonl      what was not read, an object a line
 * parts/PART.json       counts; where this is, the part is done
 * quarantine.jsonl      what was not read of all
 * report.json           counts of all
 * </pre>
 */
final class OutputFolder implements Serializable {

  static final JsonFactory JSON = new JsonFactory();

  private static final String DONE = ".json";
  private static final List<String> FOLDERS = List.of("quads", "claims", "parts");

  private final String root;

  OutputFolder(String root) {
    this.root = root;
  }

  Path quads(String part) {
    return new Path(root, "quads/" + part + ".nq.gz");
  }

  Path claims(String part) {
    return new Path(root, "claims/" + part + ".parquet");
  }

  Path quarantine(String part) {
    return new Path(root, "parts/" + part + ".jsonl");
  }

  Path counts(String part) {
    return new Path(root, "parts/" + part + DONE);
  }

  Path quarantine() {
    return new Path(root, "quarantine.jsonl");
  }

  Path report() {
    return new Path(root, "report.json");
  }

  /** Its file system, which leaves no sums beside what it writes: they would look like parts. */
  FileSystem files(Configuration configuration) throws IOException {
    FileSystem files = new Path(root).getFileSystem(configuration);
    files.setWriteChecksum(false);
    return files;
  }

  /** The parts that are done. */
  Set<String> done(FileSystem files) throws IOException {
    Set<String> done = new HashSet<>();
    for (FileStatus file : list("parts", files)) {
      String name = file.getPath().getName();
      if (name.endsWith(DONE)) {
        done.add(name.substring(0, name.length() - DONE.length()));
      }
    }
    return done;
  }

  /** Takes away what is of none of these parts: of input that changed, of attempts cut off. */
  void keepOnly(List<String> parts, FileSystem files) throws IOException {
    Set<String> kept = new HashSet<>(parts);
    for (String folder : FOLDERS) {
      for (FileStatus file : list(folder, files)) {
        String name = file.getPath().getName();
        if (!kept.contains(name.substring(0, Math.max(0, name.indexOf('.'))))) {
          files.delete(file.getPath(), false);
        }
      }
    }
  }

  private FileStatus[] list(String folder, FileSystem files) throws IOException {
    Path path = new Path(root, folder);
    return files.exists(path) ? files.listStatus(path) : new FileStatus[0];
  }

  Counts readCounts(String part, Configuration configuration) throws IOException {
    try (InputStream in = files(configuration).open(counts(part))) {
      return Counts.read(in);
    }
  }

  void report(Counts counts, FileSystem files) throws IOException {
    Draft draft = Draft.of(report(), files);
    try (JsonGenerator json = draft.json()) {
      counts.writeTo(json);
    }
    draft.publish();
  }

  /** Puts what was not read into one file, and says whether that is nothing. */
  boolean quarantine(List<Quarantined> before, List<String> parts, FileSystem files)
      throws IOException {
    Draft draft = Draft.of(quarantine(), files);
    try (OutputStream out = draft.open()) {
      Quarantined.write(before, out);
      for (String part : parts) {
        try (InputStream in = files.open(quarantine(part))) {
          in.transferTo(out);
        }
      }
    }
    draft.publish();
    return files.getFileStatus(quarantine()).getLen() == 0;
  }
}
