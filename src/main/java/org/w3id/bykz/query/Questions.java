package org.w3id.bykz.query;

import java.nio.file.Path;
import java.util.List;
import org.w3id.bykz.store.TextFile;
import org.w3id.bykz.store.UsageException;

/** The questions that can be asked, by name. */
public record Questions(List<TextFile> files) {

  public Questions {
    files = List.copyOf(files);
  }

  /** Those that came with the program. */
  public static Questions bundled() {
    return new Questions(TextFile.bundledIn("queries/answers", ".rq"));
  }

  /** Those of a folder. */
  public static Questions in(Path folder) {
    return new Questions(TextFile.in(folder, ".rq"));
  }

  /** All, by name. */
  public List<Question> all() {
    return files.stream().map(Question::of).toList();
  }

  /**
   * The question of that name.
   *
   * @throws UsageException if there is none
   */
  public Question named(String name) {
    return files.stream()
        .filter(file -> file.stem().equals(name))
        .findFirst()
        .map(Question::of)
        .orElseThrow(() -> unknown(name));
  }

  /** What they are called. */
  public List<String> names() {
    return files.stream().map(TextFile::stem).toList();
  }

  /** What to say of a name that is none of theirs. */
  public UsageException unknown(String name) {
    return new UsageException(
        "There is no question \"%s\"%s (\"bykz ask\" and /queries list them)"
            .formatted(name, Nearest.hint(name, names())));
  }
}
