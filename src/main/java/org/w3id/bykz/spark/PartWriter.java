package org.w3id.bykz.spark;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.w3id.bykz.BatchExtractor;
import org.w3id.bykz.Extraction;
import org.w3id.bykz.Pipeline;
import org.w3id.bykz.Version;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.curation.Curation;
import org.w3id.bykz.loader.Article;
import org.w3id.bykz.loader.Articles;
import org.w3id.bykz.rdf.QuadWriter;
import scala.Tuple2;

/** Extracts records that come sorted, and writes what came of each part. For one thread. */
final class PartWriter {

  private final OutputFolder folder;
  private final List<String> parts;
  private final Curation curation;
  private final Configuration configuration;
  private final FileSystem files;

  /**
   * @param parts their names
   */
  PartWriter(
      OutputFolder folder, List<String> parts, Curation curation, Configuration configuration)
      throws IOException {
    this.folder = folder;
    this.parts = parts;
    this.curation = curation;
    this.configuration = configuration;
    this.files = folder.files(configuration);
  }

  void write(Iterator<Tuple2<Numbered, LoadedRecord>> sorted) throws IOException {
    Ahead records = new Ahead(sorted);
    while (records.first().isPresent()) {
      int part = records.first().get()._1().part();
      OfPart articles = new OfPart(records, part);
      if (!files.exists(folder.counts(parts.get(part)))) {
        write(parts.get(part), articles);
      }
      // An attempt that was lost may have done it.
      articles.forEachRemaining(article -> {});
    }
  }

  private void write(String part, OfPart records) throws IOException {
    Draft quads = Draft.of(folder.quads(part), files);
    Draft claims = Draft.of(folder.claims(part), files);
    Draft quarantine = Draft.of(folder.quarantine(part), files);
    Draft done = Draft.of(folder.counts(part), files);
    Tally tally = new Tally();
    Counts counts;
    try (QuadWriter nquads = QuadWriter.gzip(quads.open(), Version.CURRENT);
        ClaimTable table = new ClaimTable(claims.path(), configuration)) {
      BatchExtractor.Outcome outcome =
          BatchExtractor.extract(
              records,
              1,
              article -> Pipeline.bundled().read(article, curation),
              each -> tally.add(each, nquads, table));
      outcome.refusals().stream()
          .map(refusal -> Quarantined.of(records.files.get(refusal.place()), refusal))
          .forEach(tally.quarantined::add);
      counts = new Counts(outcome.all(), outcome.refused(), tally.claims, nquads.quads());
    }
    try (OutputStream out = quarantine.open()) {
      Quarantined.write(tally.quarantined, out);
    }
    try (JsonGenerator json = done.json()) {
      counts.writeTo(json);
    }
    for (Draft each : List.of(quads, claims, quarantine, done)) {
      each.publish();
    }
  }

  /** What a part gives beside its files. */
  private static final class Tally {

    private final List<Quarantined> quarantined = new ArrayList<>();
    private long claims;

    void add(Extraction extraction, QuadWriter quads, ClaimTable table) throws IOException {
      extraction.writeTo(quads);
      for (Claim claim : extraction.claims()) {
        table.write(claim);
        claims++;
      }
      extraction.curated().unfit().stream()
          .filter(each -> !each.isNeedless())
          .map(each -> new Quarantined(each.correction().file(), "", each.sentence()))
          .forEach(quarantined::add);
    }
  }

  /** Records of which the first can be looked at. */
  private static final class Ahead {

    private final Iterator<Tuple2<Numbered, LoadedRecord>> records;
    private Optional<Tuple2<Numbered, LoadedRecord>> first = Optional.empty();

    Ahead(Iterator<Tuple2<Numbered, LoadedRecord>> records) {
      this.records = records;
    }

    Optional<Tuple2<Numbered, LoadedRecord>> first() {
      if (first.isEmpty() && records.hasNext()) {
        first = Optional.of(records.next());
      }
      return first;
    }

    LoadedRecord take() {
      LoadedRecord taken = first().orElseThrow()._2();
      first = Optional.empty();
      return taken;
    }
  }

  /** The articles of one part. */
  private static final class OfPart implements Articles {

    private final Ahead records;
    private final int part;

    /** By place. */
    private final Map<String, String> files = new HashMap<>();

    OfPart(Ahead records, int part) {
      this.records = records;
      this.part = part;
    }

    @Override
    public boolean hasNext() {
      return records.first().filter(each -> each._1().part() == part).isPresent();
    }

    @Override
    public Article next() {
      LoadedRecord record = records.take();
      files.put(record.place(), record.file());
      return record.article();
    }

    @Override
    public void close() {}
  }
}
