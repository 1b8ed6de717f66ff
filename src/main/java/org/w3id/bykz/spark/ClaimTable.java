package org.w3id.bykz.spark;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.ClaimLines;
import org.w3id.bykz.claim.Value;

/**
 * Writes claims as Parquet: the fields of {@link ClaimLines}, a row a claim. What fills a role is
 * always a list, and a number in it is written out.
 */
final class ClaimTable implements Closeable {

  private static final MessageType COLUMNS =
      MessageTypeParser.parseMessageType(
          """
          message claim {
            required binary doc (STRING);
            required binary frame (STRING);
            required group roles (MAP) {
              repeated group key_value {
                required binary key (STRING);
                required group value (LIST) {
                  repeated group list {
                    required binary element (STRING);
                  }
                }
              }
            }
            required binary modality (STRING);
            required binary polarity (STRING);
            optional binary attributed_to (STRING);
            required binary quote (STRING);
            required int32 start;
            required int32 end;
            required double confidence;
          }
          """);

  /** Parts are small, and a worker writes several at a time. */
  private static final long ROW_GROUP_BYTES = 8 << 20;

  private final ParquetWriter<Group> out;

  ClaimTable(Path file, Configuration files) throws IOException {
    out =
        ExampleParquetWriter.builder(file)
            .withType(COLUMNS)
            .withConf(files)
            .withRowGroupSize(ROW_GROUP_BYTES)
            // The only one that Java itself has.
            .withCompressionCodec(CompressionCodecName.GZIP)
            .build();
  }

  void write(Claim claim) throws IOException {
    Group row = new SimpleGroup(COLUMNS);
    row.append("doc", claim.document()).append("frame", claim.frame().key());
    Group roles = row.addGroup("roles");
    claim
        .roles()
        .forEach(
            (role, values) -> {
              Group entry = roles.addGroup("key_value").append("key", role.key());
              Group list = entry.addGroup("value");
              values.stream()
                  .map(Value::plain)
                  .forEach(each -> list.addGroup("list").append("element", each));
            });
    row.append("modality", claim.modality().key()).append("polarity", claim.polarity().key());
    ClaimLines.speaker(claim).ifPresent(speaker -> row.append("attributed_to", speaker));
    row.append("quote", claim.quote())
        .append("start", claim.span().start())
        .append("end", claim.span().end())
        .append("confidence", ClaimLines.confidence(claim));
    out.write(row);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
