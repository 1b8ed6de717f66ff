package org.w3id.bykz.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RDF that wants more than to be read: nothing is fetched, no other file is opened. */
class HostileFilesTest {

  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

  @TempDir private Path folder;
  private ServerSocket inside;

  @BeforeEach
  void listen() throws IOException {
    inside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    inside.setSoTimeout(50);
  }

  @AfterEach
  void nobodyHasCalled() throws IOException {
    assertThatThrownBy(() -> inside.accept()).isInstanceOf(SocketTimeoutException.class);
    inside.close();
  }

  private String address() {
    return "http://127.0.0.1:" + inside.getLocalPort() + "/x";
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String rdfXml(String doctype, String value) {
    return """
    <?xml version="1.0"?>
    <!DOCTYPE rdf:RDF %s>
    <rdf:RDF xmlns:rdf="%s" xmlns:x="http://x.example/">
    <rdf:Description rdf:about="http://x.example/a"><x:b>%s</x:b></rdf:Description></rdf:RDF>
    """
        .formatted(doctype, RDF, value);
  }

  private String read(Path file) {
    StringBuilder all = new StringBuilder();
    RdfFile.read(
        file,
        new StreamRDFBase() {
          @Override
          public void triple(Triple triple) {
            all.append(triple);
          }
        });
    return all.toString();
  }

  @Test
  void anEntityOfAFileOrAnAddressIsEmpty() throws IOException {
    Path secret = write("secret.txt", "secret");
    for (String entity : List.of(secret.toUri().toString(), address())) {
      Path file = write("xxe.rdf", rdfXml("[<!ENTITY x SYSTEM \"" + entity + "\">]", "-&x;-"));
      assertThat(read(file)).doesNotContain("secret").contains("--");
    }
    assertThat(read(write("dtd.rdf", rdfXml("SYSTEM \"" + address() + "\"", "b")))).contains("b");
  }

  @Test
  @Timeout(30)
  void entitiesOfEntitiesAreNotUnfolded() throws IOException {
    StringBuilder entities = new StringBuilder("[<!ENTITY a0 \"aaaaaaaaaa\">");
    for (int i = 1; i < 10; i++) {
      entities.append("<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
    }
    Path file = write("bomb.rdf", rdfXml(entities + "]", "&a9;"));
    assertThatThrownBy(() -> read(file)).isInstanceOf(DataException.class);
  }

  @ParameterizedTest
  @CsvSource({"ADDRESS", "file:///etc/passwd", "secret.txt"})
  void aContextElsewhereIsRefused(String context) throws IOException {
    write("secret.txt", "{\"@context\": {\"b\": \"http://x.example/b\"}}");
    String json =
        "{\"@context\": \"%s\", \"@id\": \"http://x.example/a\", \"b\": \"c\"}"
            .formatted(context.replace("ADDRESS", address()));
    Path file = write("context.jsonld", json);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is elsewhere and not fetched");
  }

  @Test
  void shapesAskNobody() throws IOException {
    Path shapes =
        write(
            "shapes.ttl",
            """
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            <%1$s> <http://www.w3.org/2002/07/owl#imports> <%1$s> .
            <http://x.example/s> a sh:NodeShape ; sh:targetNode <http://x.example/a> ;
              sh:sparql [ sh:select "SELECT $this { SERVICE SILENT <%1$s> { ?s ?p ?o } }" ] .
            """
                .formatted(address()));
    Validation validation = Validation.against(List.of(shapes));
    validation.add(write("data.ttl", "<http://x.example/a> <http://x.example/b> 1 ."));
    try {
      validation.report();
    } catch (RuntimeException e) {
      assertThat(e).hasMessageContaining("SERVICE");
    }
  }
}
