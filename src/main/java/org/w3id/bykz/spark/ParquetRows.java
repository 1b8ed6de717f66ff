package org.w3id.bykz.spark;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.Type;
import org.w3id.bykz.loader.Rows;

/** The rows of a Parquet file; columns of lists and groups are passed over. */
final class ParquetRows implements Rows {

  private final String path;
  private final Configuration files;
  private Optional<ParquetReader<Group>> reader = Optional.empty();

  ParquetRows(String path, Configuration files) {
    this.path = path;
    this.files = files;
  }

  @Override
  public Optional<Map<String, String>> next() throws IOException {
    try {
      return Optional.ofNullable(reader().read()).map(ParquetRows::cells);
    } catch (RuntimeException e) {
      // The reader also throws unchecked what it finds wrong with a file.
      throw new IOException("it is no whole Parquet file: " + e.getMessage(), e);
    }
  }

  private ParquetReader<Group> reader() throws IOException {
    if (reader.isEmpty()) {
      reader =
          Optional.of(
              ParquetReader.builder(new GroupReadSupport(), new Path(path))
                  .withConf(files)
                  .build());
    }
    return reader.get();
  }

  private static Map<String, String> cells(Group row) {
    Map<String, String> cells = new HashMap<>();
    for (Type column : row.getType().getFields()) {
      if (column.isPrimitive() && row.getFieldRepetitionCount(column.getName()) == 1) {
        cells.put(
            column.getName(),
            row.getValueToString(row.getType().getFieldIndex(column.getName()), 0));
      }
    }
    return cells;
  }

  @Override
  public void close() throws IOException {
    if (reader.isPresent()) {
      reader.get().close();
    }
  }
}
