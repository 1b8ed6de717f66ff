package org.w3id.bykz.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3id.bykz.Version;
import org.w3id.bykz.rdf.OntologyFiles;
import org.w3id.bykz.rdf.QuadWriter;
import org.w3id.bykz.store.Background;
import org.w3id.bykz.store.Gate;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.Publication;
import org.w3id.bykz.store.Report;

/** Puts files of quads into a store, with the ontology beside them, and says what became of it. */
record Publishing(Console console, Path store) {

  /** How many places of a remark are named. */
  private static final int SHOWN = 3;

  void publish(List<Path> files) throws IOException {
    OntologyFiles ontology = OntologyFiles.bundled();
    try (Spool spool = Spool.create()) {
      Background background =
          new Background(Version.CURRENT + " " + ontology.digest(), () -> written(ontology, spool));
      Publication.Outcome outcome =
          Publication.into(store, Gate.bundled()).publish(files, background);
      tell(outcome.remarks());
      outcome
          .withdrawn()
          .forEach(
              graph ->
                  console.tell(
                      "The source %1$s stays withdrawn; \"bykz withdraw %1$s --undo\" brings it back."
                          .formatted(Prefixes.key(graph))));
      console
          .out()
          .printf(
              "Published %,d statements in %,d graphs into %s%s; %,d more follow from all,"
                  + " %,d stayed.%n",
              outcome.statements(),
              outcome.graphs(),
              store,
              outcome.changed() == 0 ? " (nothing changed)" : "",
              outcome.derived(),
              outcome.kept());
    }
  }

  private static List<Path> written(OntologyFiles ontology, Spool spool) {
    try (QuadWriter quads = spool.writer()) {
      quads.write(ontology);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(spool.file());
  }

  /** Each thing that was noticed once, with the first of the places where it was. */
  private void tell(List<Report.Finding> remarks) {
    Map<String, List<Report.Finding>> byMessage =
        remarks.stream()
            .collect(groupingBy(Report.Finding::message, LinkedHashMap::new, Collectors.toList()));
    byMessage.forEach(
        (message, findings) -> {
          String places =
              findings.stream().limit(SHOWN).map(Report.Finding::focus).collect(joining(", "));
          String more =
              findings.size() > SHOWN ? " and %,d more".formatted(findings.size() - SHOWN) : "";
          console.tell("remark: " + message + " (" + places + more + ")");
        });
  }
}
