package org.w3id.bykz.cli;

import java.net.URI;
import java.util.Optional;
import org.w3id.bykz.publish.RemoteStore;
import org.w3id.bykz.query.Credentials;
import org.w3id.bykz.store.UsageException;
import picocli.CommandLine.Option;

/** A store elsewhere that is to hold what this one holds. */
final class RemoteOption {

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description =
          "Address of a SPARQL service whose graphs under https://w3id.org/bykz/graph/ are to be"
              + " those of the store; without files, of the store as it is. The variables BYKZ_USER"
              + " and BYKZ_PASSWORD tell who writes; a token goes into BYKZ_PASSWORD alone.")
  private URI endpoint;

  @Option(
      names = "--graph-store",
      paramLabel = "URL",
      description =
          "Where it takes graphs by Graph Store Protocol; if left out, \"data\" beside the"
              + " endpoint, as in Fuseki. In Virtuoso /sparql-graph-crud-auth, in GraphDB"
              + " /repositories/NAME/rdf-graphs/service.")
  private URI graphs;

  Optional<RemoteStore> store() {
    if (endpoint == null && graphs != null) {
      throw new UsageException("--graph-store goes with --endpoint; name that, too");
    }
    return Optional.ofNullable(endpoint)
        .map(
            service ->
                new RemoteStore(
                    web("--endpoint", service),
                    graphs == null ? service.resolve("data") : web("--graph-store", graphs),
                    Credentials.of(System.getenv())));
  }

  /**
   * An address that can be asked.
   *
   * @throws UsageException if it is none, or tells a password
   */
  static URI web(String option, URI address) {
    if (address.getRawUserInfo() != null) {
      throw new UsageException(
          option
              + " should not tell who asks, as others see it; set the variables BYKZ_USER and"
              + " BYKZ_PASSWORD");
    }
    if (address.getHost() == null
        || !"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
      throw new UsageException(
          option
              + " should be the address of a SPARQL service, such as"
              + " https://example.org/sparql, not \""
              + address
              + "\"");
    }
    return address;
  }
}
