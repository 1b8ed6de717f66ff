package org.w3id.bykz.cli;

import java.nio.file.Path;
import org.w3id.bykz.publish.Mirror;
import org.w3id.bykz.publish.RemoteStore;
import org.w3id.bykz.store.Store;

/** Makes a store elsewhere hold what one here does, and says what became of it. */
record Copying(Console console, Path store) {

  void copyTo(RemoteStore elsewhere) {
    try (Store opened = Store.open(store)) {
      Mirror.Outcome outcome =
          Mirror.of(
              opened.dataset(),
              elsewhere,
              graphs ->
                  console.isErrTerminal() ? Progress.over(graphs, "Sending", console) : graphs);
      console
          .out()
          .printf(
              "Sent %,d graphs to %s and deleted %,d there; %,d were there as they are here%s.%n",
              outcome.sent(),
              elsewhere.service(),
              outcome.deleted(),
              outcome.same(),
              outcome.sent() + outcome.deleted() == 0 ? " (nothing changed)" : "");
      if (!outcome.showsUnion()) {
        console.tell(
            "remark: "
                + elsewhere.service()
                + " shows an empty default graph; set it up to show the union of its graphs, which"
                + " pages and questions ask (in Fuseki by tdb2:unionDefaultGraph)");
      }
    }
  }
}
