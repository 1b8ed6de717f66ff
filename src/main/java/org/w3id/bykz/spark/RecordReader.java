package org.w3id.bykz.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;
import org.w3id.bykz.loader.Article;
import org.w3id.bykz.loader.Articles;
import scala.Tuple2;

/** The records of a file that are wanted, from the first to the last. */
final class RecordReader implements Iterator<Tuple2<Numbered, LoadedRecord>> {

  private final Plan.Reading reading;
  private final Articles articles;
  private Optional<Tuple2<Numbered, LoadedRecord>> ahead = Optional.empty();
  private long number;

  RecordReader(Plan.Reading reading, Configuration files) {
    this.reading = reading;
    this.articles = reading.file().articles(files);
    TaskCompletionListener atEnd = context -> close();
    TaskContext.get().addTaskCompletionListener(atEnd);
  }

  @Override
  public boolean hasNext() {
    while (ahead.isEmpty() && articles.hasNext()) {
      Article article = articles.next();
      int part = reading.partOf(number);
      if (reading.wanted().contains(part)) {
        LoadedRecord record = LoadedRecord.of(reading.file().path(), article);
        ahead = Optional.of(new Tuple2<>(new Numbered(part, reading.number(), number), record));
      }
      number++;
    }
    if (ahead.isEmpty() && number != reading.records()) {
      throw new IllegalStateException(
          "%s had %d records and now has %d: it changed while it was read; run the job again"
              .formatted(reading.file().path(), reading.records(), number));
    }
    return ahead.isPresent();
  }

  @Override
  public Tuple2<Numbered, LoadedRecord> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("There is no other record in " + reading.file().path());
    }
    Tuple2<Numbered, LoadedRecord> next = ahead.orElseThrow();
    ahead = Optional.empty();
    return next;
  }

  private void close() {
    try {
      articles.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
