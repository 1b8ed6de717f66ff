package org.w3id.bykz.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.w3id.bykz.query.Credentials;
import org.w3id.bykz.store.Store;
import org.w3id.bykz.store.UsageException;
import org.w3id.bykz.web.Following;
import org.w3id.bykz.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serve the store: SPARQL, graphs and a page for every thing; reading only.")
final class ServeCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private StoreOption store;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "3030 if left out; 0 for any that is free.")
  private int port = WebServer.Settings.local().port();

  @Option(
      names = "--host",
      paramLabel = "H",
      description =
          "Address to serve at; localhost if left out, which other machines cannot reach.")
  private String host = WebServer.Settings.local().host();

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description =
          "Serve the pages of what this SPARQL service holds, instead of a store; asked as the user"
              + " that the variables BYKZ_USER and BYKZ_PASSWORD name, if they are set.")
  private URI endpoint;

  @Option(
      names = "--base-iri",
      paramLabel = "IRI",
      description =
          "What the names of things begin with in the RDF of /id and so on, instead of"
              + " https://w3id.org/bykz/, such as http://localhost:3030/ for following links"
              + " on this machine; queries keep to the names as published.")
  private String base = WebServer.Settings.local().base();

  @Option(
      names = "--releases",
      paramLabel = "DIR",
      description = "Serve the releases that \"bykz export DIR\" wrote, at /dumps.")
  private Path releases;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description =
          "The most rows or statements that an answer at /sparql has; a longer one is cut there and"
              + " says so. 100000 if left out.")
  private long rows = WebServer.Settings.local().rows();

  @Option(
      names = "--writable",
      description =
          "For trying clients: serve a copy in memory at /sparql, /update and /data (writing,"
              + " too), to this machine alone; it is forgotten at the end.")
  private boolean writable;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    WebServer.Settings settings =
        WebServer.Settings.local().host(host).port(port).base(namespace(base)).rows(rows);
    if (releases != null) {
      settings = settings.releases(releases);
    }
    if (endpoint != null) {
      URI service = RemoteOption.web("--endpoint", endpoint);
      Credentials.of(System.getenv()).ifPresent(each -> each.useAt(service));
      serve(WebServer.pagesOf(service, settings), console);
      return 0;
    }
    if (writable) {
      try (Store opened = Store.open(store.folder())) {
        serve(WebServer.writable(opened.copy(), settings), console);
      }
      return 0;
    }
    follow(store.folder(), settings, console);
    return 0;
  }

  private static String namespace(String base) {
    if (!base.matches("https?://[^\\s<>\"{}|^`\\\\?#]+")) {
      throw new UsageException(
          "--base-iri should be a web address such as http://localhost:3030/, not \""
              + base
              + "\"");
    }
    return base.endsWith("/") ? base : base + "/";
  }

  /** Serves what a store holds, and what it comes to hold, until the process is told to end. */
  static void follow(Path folder, WebServer.Settings settings, Console console) {
    try (Following following = Following.of(folder, settings, console::tell)) {
      serve(following.server(), console);
    }
  }

  /** Serves until the process is told to end. */
  private static void serve(WebServer server, Console console) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "bykz-stop"));
    console.out().println("Serving at " + server.address() + " until stopped (Ctrl-C).");
    console.out().flush();
    server.join();
  }
}
