package org.w3id.bykz.rdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.nquads.NQuadsWriter;
import org.junit.jupiter.api.Test;

class QuadLinesTest {

  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

  @Property
  void textIsWrittenAsRioWritesIt(@ForAll String anything) throws IOException {
    String text = whole(anything);
    assertSameAsRio(VALUES.createLiteral(text));
    assertSameAsRio(VALUES.createLiteral(text, "de"));
    assertSameAsRio(VALUES.createLiteral(text, Borrowed.EDTF));
  }

  @Property
  void irisAreWrittenAsRioWritesThem(@ForAll String anything) throws IOException {
    assertSameAsRio(VALUES.createIRI("http://example.org/" + whole(anything)));
  }

  @Test
  void everyAsciiCharacterIsWrittenAsRioWritesIt() throws IOException {
    StringBuilder ascii = new StringBuilder();
    for (char c = 0; c < 128; c++) {
      ascii.append(c);
    }
    assertSameAsRio(VALUES.createLiteral(ascii + "я🚜中" + ascii));
    for (char c = 0; c < 128; c++) {
      assertSameAsRio(VALUES.createIRI("http://example.org/" + c));
    }
  }

  @Test
  void textLongerThanTheBufferIsWrittenWhole() throws IOException {
    assertSameAsRio(VALUES.createLiteral("milk".repeat(100_000)));
    assertSameAsRio(VALUES.createLiteral("мёд🍯".repeat(100_000)));
  }

  @Test
  void halfASurrogatePairIsRefused() {
    for (String half : new String[] {"\ud83d", "\ud83d.", "\ude9c"}) {
      assertThatThrownBy(
              () -> write(new QuadLines(new Utf8Writer(OutputStream.nullOutputStream())), half))
          .as(half)
          .hasMessageContaining("Half a surrogate pair");
    }
  }

  private static void write(RDFWriter writer, String text) {
    writer.startRDF();
    writer.handleStatement(
        VALUES.createStatement(RDFS.CLASS, RDFS.LABEL, VALUES.createLiteral(text)));
    writer.endRDF();
  }

  private static void assertSameAsRio(Value object) throws IOException {
    ByteArrayOutputStream ours = new ByteArrayOutputStream();
    write(new QuadLines(new Utf8Writer(ours)), object);
    ByteArrayOutputStream theirs = new ByteArrayOutputStream();
    write(new NQuadsWriter(theirs), object);
    assertThat(ours.toString(UTF_8)).isEqualTo(theirs.toString(UTF_8));
  }

  private static void write(RDFWriter writer, Value object) {
    writer.startRDF();
    writer.handleStatement(
        VALUES.createStatement(RDFS.CLASS, RDFS.LABEL, object, Iris.sourceGraph("003")));
    writer.endRDF();
  }

  private static String whole(String anything) {
    return anything.replaceAll("[\\ud800-\\udfff]", "");
  }
}
