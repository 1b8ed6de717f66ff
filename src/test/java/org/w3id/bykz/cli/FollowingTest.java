package org.w3id.bykz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.bykz.web.Following;
import org.w3id.bykz.web.WebServer;

class FollowingTest {

  private static final String HOW_MANY =
      "sparql?query=SELECT+(COUNT(*)+AS+%3Fn)+%7B+%3Fs+%3Fp+%3Fo+%7D";

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> get(URI address, String path, String type) throws Exception {
    return client.send(
        HttpRequest.newBuilder(address.resolve(path)).header("Accept", type).build(),
        BodyHandlers.ofString());
  }

  @Test
  void whatIsPublishedWhileItServesIsSeenWholeOrNotAtAll() throws Exception {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Files.writeString(corpus.resolve("a.txt"), "Minsk Region exported milk to Kazakhstan in 2020.");
    Path store = folder.resolve("store");
    assertThat(Run.of("publish", "--corpus", corpus, "--store", store).code()).isZero();
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    Set<List<String>> seen = Collections.synchronizedSet(new LinkedHashSet<>());
    try (Following following = Following.of(store, WebServer.Settings.local().port(0), told::add)) {
      URI address = following.server().address();
      Thread reader =
          new Thread(
              () -> {
                try {
                  while (!Thread.interrupted() && seen.size() < 2) {
                    HttpResponse<String> answer = get(address, HOW_MANY, "text/csv");
                    String version = answer.headers().firstValue("Bykz-Version").orElse("");
                    seen.add(List.of(answer.statusCode() + "", version, answer.body()));
                  }
                } catch (Exception e) {
                  told.add(e.toString());
                }
              });
      reader.start();
      Run run = Run.of("withdraw", "a", "--reason", "Retracted.", "--store", store);
      assertThat(run.code()).as(run.err()).isZero();
      reader.join(60_000);
      assertThat(get(address, "id/source/a", "text/turtle").statusCode()).isEqualTo(410);
    }
    assertThat(told).isEmpty();
    assertThat(seen).hasSize(2).allMatch(answer -> answer.get(0).equals("200"));
    assertThat(seen.stream().map(answer -> answer.get(1)).distinct()).hasSize(2);
    assertThat(seen.stream().map(answer -> answer.get(2)).distinct()).hasSize(2);
  }
}
