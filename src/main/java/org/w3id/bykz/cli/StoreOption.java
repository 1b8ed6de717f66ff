package org.w3id.bykz.cli;

import java.nio.file.Path;
import org.w3id.bykz.store.Store;
import picocli.CommandLine.Option;

/** Where the store lies. */
final class StoreOption {

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = "Folder of the store; .bykz/store under the working folder if left out.")
  private Path folder = Store.DEFAULT;

  Path folder() {
    return folder;
  }
}
