package org.w3id.bykz.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.w3id.bykz.publish.CubeTable;
import org.w3id.bykz.store.TextFile;

/** The table of the small world's trade figures, and how it is described. */
class CubeTableTest {

  private static final JsonObject SCHEMA =
      JSON.parse(CubeTable.description()).get("tableSchema").getAsObject();

  private static String table() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CubeTable.write(Endpoint.of(SmallWorld.derived()), out);
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private static Stream<JsonObject> columns() {
    return SCHEMA.get("columns").getAsArray().stream()
        .map(JsonValue::getAsObject)
        .filter(column -> !column.hasKey("virtual"));
  }

  private static String name(JsonObject column) {
    return column.get("name").getAsString().value();
  }

  @Test
  void hasOneRowForEachObservation() {
    assertThat(table())
        .isEqualTo(TextFile.read(SmallWorld.FOLDER.resolve("cube-table.csv")).text());
  }

  @Test
  void hasTheColumnsOfItsDescriptionInTheirOrder() {
    assertThat(table().lines().findFirst())
        .hasValue(String.join(",", columns().map(CubeTableTest::name).toList()));
  }

  @Test
  void isTitledInThreeLanguagesAndByTheHeaderItself() {
    assertThat(columns())
        .allSatisfy(
            column -> {
              JsonObject titles = column.get("titles").getAsObject();
              assertThat(titles.keySet()).containsExactlyInAnyOrder("und", "en", "de", "ru");
              assertThat(titles.get("und").getAsString().value()).isEqualTo(name(column));
            });
  }

  /** Names in the description's IRIs are those of columns. */
  @Test
  void makesIrisOfItsOwnColumns() {
    List<String> names = columns().map(CubeTableTest::name).toList();
    assertThat(SCHEMA.toString()).containsPattern("\\{\\+?\\w+}");
    assertThat(
            java.util.regex.Pattern.compile("\\{\\+?(\\w+)}")
                .matcher(SCHEMA.toString())
                .results()
                .map(use -> use.group(1)))
        .isSubsetOf(names);
  }
}
