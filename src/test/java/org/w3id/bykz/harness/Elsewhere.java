package org.w3id.bykz.harness;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.store.Store;
import org.w3id.bykz.web.WebServer;

/**
 * Asks a store and a SPARQL service that holds the same for every question and a page of each kind,
 * and tells where they answer differently.
 */
public final class Elsewhere {

  private static final WebServer.Settings ANY_PORT =
      WebServer.Settings.local().port(0).timeout(Duration.ofSeconds(20));

  /** A page of each kind. */
  private static final List<String> PAGES =
      List.of(
          "/",
          "/search?q=%D0%B3%D1%80%D0%BE%D0%B4%D0%BD%D0%BE",
          "/id/region/BY-HR",
          "/sources/003",
          "/changes/003",
          "/catalog.nt",
          "/ontology.nt",
          "/health");

  private static final List<String> MORE_PAGES =
      List.of(
          "/id/region/BY-HR.nt",
          "/id/product/dairy-products",
          "/queries",
          "/queries/oblasts-trading.csv?product=dairy-products&evidence=true",
          "/explain?query=SELECT%20*%20%7B%20%3Fs%20a%20bykz%3ANothing%20%7D",
          "/editor",
          "/disagreements",
          "/changes",
          "/changes.atom",
          "/about",
          "/.well-known/void.nt",
          "/cube.csv",
          "/cite.bib",
          "/graph/source/003.nt",
          "/reconcile?queries=%7B%22q0%22:%7B%22query%22:%22Grodno%22%7D%7D");

  private final HttpClient client = HttpClient.newHttpClient();

  private Elsewhere() {}

  /**
   * An answer that is not as it is here.
   *
   * @param there its status and how long it took there, or its first lines that differ
   */
  public record Difference(String path, String here, String there) {}

  /**
   * Takes the folder of a store and the address of a SPARQL service; ends with 1 if they differ.
   */
  public static void main(String[] args) {
    List<String> paths = Stream.concat(paths().stream(), MORE_PAGES.stream()).toList();
    List<Difference> differences = differences(Path.of(args[0]), URI.create(args[1]), paths);
    differences.forEach(
        each ->
            System.out.printf(
                "%s%n  here:  %s%n  there: %s%n", each.path(), each.here(), each.there()));
    System.out.printf("%,d of %,d answers differ.%n", differences.size(), paths.size());
    System.exit(differences.isEmpty() ? 0 : 1);
  }

  /** Every answer to a question, and page of some kinds, that is not the same. */
  public static List<Difference> differences(Path folder, URI service) {
    return differences(folder, service, paths());
  }

  private static List<Difference> differences(Path folder, URI service, List<String> paths) {
    try (Store store = Store.open(folder);
        WebServer here = WebServer.of(store.dataset(), store.published(), ANY_PORT);
        WebServer there = WebServer.pagesOf(service, ANY_PORT)) {
      Elsewhere asking = new Elsewhere();
      List<Difference> differences = new ArrayList<>();
      for (String path : paths) {
        CompletableFuture<String> one = asking.get(here.address(), path);
        CompletableFuture<String> other = asking.get(there.address(), path);
        List<String> own = lines(one.join(), here.address(), service);
        List<String> others = lines(other.join(), there.address(), service);
        if (!own.equals(others)) {
          differences.add(new Difference(path, first(own, others), first(others, own)));
        }
      }
      return differences;
    }
  }

  private static List<String> paths() {
    Stream<String> answers =
        Questions.bundled().all().stream().map(each -> "/queries/" + each.name() + ".csv");
    return Stream.concat(PAGES.stream(), answers).toList();
  }

  /** What it says, wherever it is said; a graph has no order, be it for search engines. */
  private static List<String> lines(String answer, URI address, URI service) {
    String said = answer.replace(service.toString(), "/sparql").replace(address.toString(), "/");
    return said.contains("<html")
        ? said.replaceAll("(?s)<script type=\"application/ld.json\">.*?</script>", "")
            .lines()
            .toList()
        : said.lines().sorted().toList();
  }

  private static String first(List<String> lines, List<String> others) {
    for (int i = 0; i < lines.size(); i++) {
      if (i >= others.size() || !lines.get(i).equals(others.get(i))) {
        String line = lines.get(i);
        return lines.size() + " lines; " + (line.length() > 300 ? line.substring(0, 300) : line);
      }
    }
    return lines.size() + " lines";
  }

  private CompletableFuture<String> get(URI server, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + path.substring(1)))
            .timeout(Duration.ofSeconds(60))
            .header("Accept", "text/html, */*;q=0.5")
            .build();
    return client
        .sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
        .handle(
            (response, problem) ->
                problem == null
                    ? response.statusCode() + "\n" + response.body()
                    : problem.toString());
  }
}
