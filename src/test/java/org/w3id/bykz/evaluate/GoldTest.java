package org.w3id.bykz.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.bykz.claim.Frame;
import org.w3id.bykz.loader.LoadException;

class GoldTest {

  private static final String LINE =
      """
      {"doc":"1","frame":"cooperation","roles":{"party":["BY","KZ"],"sector":"energy","x":null},\
      "quote":"abc","start":0,"end":3}
      """;

  @TempDir private Path folder;

  private Gold read(String text) throws IOException, LoadException {
    return Gold.read(Files.writeString(folder.resolve("gold.jsonl"), text));
  }

  @Test
  void readsWhatALineSaysAndTakesTheRestForGranted() throws Exception {
    Gold gold = read("\ufeff" + LINE + "\n\r\n" + LINE.replace("\"1\"", "\"2\""));
    assertThat(gold.faults()).isEmpty();
    assertThat(gold.documents()).containsExactly("1", "2");
    ClaimLine claim = gold.claims().get(0);
    assertThat(claim.frame()).isEqualTo(Frame.COOPERATION);
    assertThat(claim.roles().keySet()).containsExactly("party", "sector");
    assertThat(claim.modality()).isEqualTo("fact");
    assertThat(claim.polarity()).isEqualTo("positive");
    assertThat(claim.attributedTo()).isEmpty();
    assertThat(claim.optional()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"doc\":             | it is no JSON",
        "[1]                   | it is no JSON object",
        "{\"doc\":\"1\"}       | it has no \"roles\"",
        "{\"doc\":\"1\",\"frame\":\"gift\",\"roles\":{}} | there is no frame \"gift\"",
        "{\"frame\":\"event\",\"roles\":{}}              | it has no \"doc\"",
        "{\"doc\":\"1\",\"frame\":\"event\",\"roles\":{},\"modality\":\"sure\"}"
            + "| its modality is \"sure\"",
        "{\"doc\":\"1\",\"frame\":\"event\",\"roles\":{},\"quote\":\"abc\",\"start\":5,\"end\":2}"
            + "| its \"start\" and \"end\" should be"
            + " the offsets of the quote, not 5 and 2",
        "{\"doc\":\"1\",\"frame\":\"event\",\"roles\":{\"kind\":{}}} | a role holds an object",
      })
  void namesTheLineThatIsNoClaim(String line, String why) throws Exception {
    Gold gold = read(LINE + line + "\n" + LINE);
    assertThat(gold.claims()).hasSize(2);
    assertThat(gold.faults())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.getMessage())
                    .contains("gold.jsonl, line 2, was left out: " + why));
  }

  @Test
  void refusesWhatHoldsNoClaims() throws Exception {
    assertThatThrownBy(() -> read("\n")).isInstanceOf(LoadException.class);
    assertThatThrownBy(() -> Gold.read(folder.resolve("no.jsonl")))
        .isInstanceOf(LoadException.class)
        .hasMessageContaining("there is no such file");
    Path latin = folder.resolve("latin.jsonl");
    Files.write(latin, "{\"doc\":\"Köln\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Gold.read(latin)).hasMessageContaining("not in UTF-8");
  }
}
