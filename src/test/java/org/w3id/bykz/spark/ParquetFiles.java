package org.w3id.bykz.spark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Parquet as another program reads and writes it. */
final class ParquetFiles {

  private static final MessageType ARTICLE =
      MessageTypeParser.parseMessageType(
          "message article { optional binary id (STRING); optional binary date (STRING); optional binary publisher (STRING); optional binary text (STRING); }");

  private ParquetFiles() {}

  /** The table of articles that JSON Lines hold. */
  static void write(Path lines, Path table) throws IOException {
    try (ParquetWriter<Group> rows =
        ExampleParquetWriter.builder(hadoop(table)).withType(ARTICLE).build()) {
      for (String line : Files.readAllLines(lines)) {
        Group row = new SimpleGroup(ARTICLE);
        new JsonMapper()
            .readTree(line)
            .properties()
            .forEach(cell -> row.add(cell.getKey(), cell.getValue().asText()));
        rows.write(row);
      }
    }
  }

  /** The rows of tables of claims, a line each, their cells parted by {@code |}. */
  static List<String> claims(Path folder) throws IOException {
    List<String> claims = new ArrayList<>();
    try (Stream<Path> tables = Files.list(folder)) {
      for (Path table : tables.toList()) {
        try (ParquetReader<Group> rows =
            ParquetReader.builder(new GroupReadSupport(), hadoop(table)).build()) {
          for (Group row = rows.read(); row != null; row = rows.read()) {
            claims.add(cells(row));
          }
        }
      }
    }
    return claims;
  }

  private static org.apache.hadoop.fs.Path hadoop(Path file) {
    return new org.apache.hadoop.fs.Path(file.toString());
  }

  private static String cells(Group row) {
    Map<String, List<String>> roles = new TreeMap<>();
    Group map = row.getGroup("roles", 0);
    for (int i = 0; i < map.getFieldRepetitionCount("key_value"); i++) {
      Group entry = map.getGroup("key_value", i);
      Group list = entry.getGroup("value", 0);
      roles.put(
          entry.getString("key", 0),
          IntStream.range(0, list.getFieldRepetitionCount("list"))
              .mapToObj(each -> list.getGroup("list", each).getString("element", 0))
              .toList());
    }
    boolean speaks = row.getFieldRepetitionCount("attributed_to") > 0;
    return Stream.of(
            row.getString("doc", 0),
            row.getString("frame", 0),
            roles,
            row.getString("modality", 0),
            row.getString("polarity", 0),
            speaks ? row.getString("attributed_to", 0) : "null",
            row.getString("quote", 0).replace("\n", "\\n"),
            row.getInteger("start", 0),
            row.getInteger("end", 0),
            row.getDouble("confidence", 0))
        .map(Object::toString)
        .collect(Collectors.joining("|"));
  }
}
