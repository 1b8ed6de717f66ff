package org.w3id.bykz.spark;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file under a name of its own until it is whole, so that whoever else writes the same one is not
 * met, and whoever reads sees all of it.
 */
record Draft(Path path, Path target, FileSystem files) {

  static Draft of(Path target, FileSystem files) {
    String name = "." + UUID.randomUUID() + "." + target.getName();
    return new Draft(new Path(target.getParent(), name), target, files);
  }

  OutputStream open() throws IOException {
    return files.create(path);
  }

  JsonGenerator json() throws IOException {
    return OutputFolder.JSON.createGenerator(open()).setRootValueSeparator(null);
  }

  /** Gives it its name, also if there is one: the same, or older. */
  void publish() throws IOException {
    files.delete(target, false);
    if (!files.rename(path, target)) {
      throw new IOException("Cannot rename " + path + " to " + target);
    }
  }
}
