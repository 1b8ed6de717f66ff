package org.w3id.bykz.publish;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import org.apache.jena.atlas.data.BagFactory;
import org.apache.jena.atlas.data.SerializationFactory;
import org.apache.jena.atlas.data.SortedDataBag;
import org.apache.jena.atlas.data.ThresholdPolicyCount;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.Sink;

/** Lines in the order of their UTF-16 units; on disk where they are many. */
final class SortedLines implements AutoCloseable {

  private static final int IN_MEMORY = 100_000;

  private final SortedDataBag<String> lines =
      BagFactory.newSortedBag(
          new ThresholdPolicyCount<>(IN_MEMORY), new OnDisk(), Comparator.naturalOrder());

  void add(String line) {
    lines.add(line);
  }

  /** Each line once. */
  Iterator<String> distinct() {
    return Iter.distinctAdjacent(lines.iterator());
  }

  @Override
  public void close() {
    lines.close();
  }

  /** One after the other, in UTF-8. */
  private static final class OnDisk implements SerializationFactory<String> {

    @Override
    public Sink<String> createSerializer(OutputStream out) {
      Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      return new Sink<>() {
        @Override
        public void send(String line) {
          try {
            writer.write(line);
            writer.write('\n');
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }

        @Override
        public void flush() {
          try {
            writer.flush();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }

        @Override
        public void close() {
          try {
            writer.close();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };
    }

    @Override
    public Iterator<String> createDeserializer(InputStream in) {
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .iterator();
    }
  }
}
