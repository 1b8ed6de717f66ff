package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.jena.atlas.data.BagFactory;
import org.apache.jena.atlas.data.DataBag;
import org.apache.jena.atlas.data.ThresholdPolicyCount;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.system.SerializationFactoryFinder;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Evidence;
import org.w3id.bykz.query.Explanation;
import org.w3id.bykz.query.Scope;
import org.w3id.bykz.query.ZeroRows;
import org.w3id.bykz.store.PatternException;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.TextFile;
import org.w3id.bykz.store.UsageException;

/**
 * Fuseki's queries, without those that would leave the store. Of more rows or statements than a
 * limit those up to it are given, and that it was reached is told.
 */
final class SparqlQueries extends SPARQL_QueryDataset {

  private static final int IN_MEMORY = 20_000;
  private static final String EVIDENCE = "evidence";
  private static final String ASKED = SparqlQueries.class.getName() + ".asked";

  private final long most;

  SparqlQueries(long most) {
    this.most = most;
  }

  /** What a request asks, of which graphs. */
  private record Asked(Query query, Endpoint data) {}

  @Override
  public void validate(HttpAction action) {
    if (action.getRequestMethod().equals("GET") && action.getRequestParameter("query") == null) {
      ServletOps.errorBadRequest(
          "No query: send one as the parameter \"query\" or in the body of a POST"
              + " (SPARQL 1.1 Protocol)");
    }
    super.validate(action);
  }

  /** Reads no more than is answered, however well it was packed. */
  @Override
  protected void executeBody(HttpAction action) {
    try {
      byte[] body = Lengths.read(action.getRequestInputStream());
      execute(new String(body, StandardCharsets.UTF_8), action);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses what does not parse in our own words. */
  @Override
  protected void execute(String text, HttpAction action) {
    if (text.length() > Lengths.MOST) {
      ServletOps.error(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, Lengths.SENTENCE);
    }
    try {
      super.execute(text, action);
    } catch (PatternException e) {
      ServletOps.errorBadRequest(e.getMessage());
    } catch (OutOfMemoryError e) {
      ServletOps.error(
          HttpServletResponse.SC_SERVICE_UNAVAILABLE,
          "This query needs more memory than there is; ask for a part of it.");
    } catch (ActionErrorException e) {
      if (e.getRC() == HttpServletResponse.SC_BAD_REQUEST) {
        orRefuse(() -> SparqlFile.parse(new TextFile("query", "query", text)));
      }
      throw e;
    }
  }

  private static <T> T orRefuse(Supplier<T> step) {
    try {
      return step.get();
    } catch (UsageException e) {
      ServletOps.errorBadRequest(e.getMessage());
      throw e;
    }
  }

  @Override
  protected void validateQuery(HttpAction action, Query query) {
    orRefuse(
        () -> {
          SparqlFile.refuseService(query);
          return query;
        });
    AcceptList offer =
        query.isSelectType()
            ? DEF.rsOfferTable
            : query.isAskType() ? DEF.rsOfferBoolean : DEF.constructOffer;
    List<String> types = offer.entries().stream().map(MediaType::getContentTypeStr).toList();
    boolean isNamed =
        action.getRequestParameter("output") != null
            || action.getRequestParameter("format") != null;
    if (!isNamed && Accept.of(action.getRequest()).best(types, type -> type).isEmpty()) {
      ServletOps.error(
          HttpServletResponse.SC_NOT_ACCEPTABLE,
          "This is answered as %s, not as %s."
              .formatted(String.join(", ", types), action.getRequest().getHeader("Accept")));
    }
  }

  @Override
  protected Collection<String> customParams() {
    return List.of(EVIDENCE);
  }

  /** With the parameter {@code evidence=true}, each row carries what it rests on. */
  @Override
  protected QueryExecResult executeQuery(
      HttpAction action, QueryExec exec, Query asked, String log) {
    action
        .getRequest()
        .setAttribute(ASKED, new Asked(exec.getQuery(), Endpoint.of(exec.getDataset())));
    boolean evidence = orRefuse(() -> Wish.flag(EVIDENCE, action.getRequestParameter(EVIDENCE)));
    if (!evidence) {
      return exec.getQuery().isConstructType() || exec.getQuery().isDescribeType()
          ? graphs(action, exec)
          : super.executeQuery(action, exec, asked, log);
    }
    Endpoint data = Endpoint.of(exec.getDataset());
    Endpoint all = Endpoint.of(getDataset(action));
    return new QueryExecResult(orRefuse(() -> Evidence.of(exec.getQuery(), data, all)));
  }

  private QueryExecResult graphs(HttpAction action, QueryExec exec) {
    DatasetGraph result = DatasetGraphFactory.create();
    result.prefixes().putAll(exec.getQuery().getPrefixMapping());
    Iterator<Quad> quads =
        exec.getQuery().isConstructType()
            ? exec.constructQuads()
            : Iter.map(exec.describeTriples(), SparqlQueries::inDefaultGraph);
    // Distinct ones, since a pattern may give a statement many times.
    Set<Quad> first = new HashSet<>();
    while (quads.hasNext() && first.size() < most) {
      first.add(quads.next());
    }
    if (quads.hasNext()) {
      action.setResponseHeader(Descriptions.CUT, Long.toString(most));
    }
    first.forEach(result::add);
    return new QueryExecResult(result);
  }

  private static Quad inDefaultGraph(Triple triple) {
    return Quad.create(Quad.defaultGraphNodeGenerated, triple);
  }

  /** Says that there are more rows, and where. */
  private void tellCut(HttpAction action) {
    action.setResponseHeader(Descriptions.CUT, Long.toString(most));
    if (action.getRequest().getAttribute(ASKED) instanceof Asked asked) {
      Query next = asked.query.cloneQuery();
      next.setOffset(Math.max(0, next.getOffset()) + most);
      if (next.hasLimit()) {
        next.setLimit(next.getLimit() - most);
      }
      Map<String, String[]> parameters = new TreeMap<>(action.getRequest().getParameterMap());
      parameters.put("query", new String[] {next.toString()});
      List<String> pairs = new ArrayList<>();
      parameters.forEach(
          (name, values) -> {
            for (String value : values) {
              pairs.add(name + "=" + Wish.encoded(value));
            }
          });
      String address = action.getRequestRequestURI() + "?" + String.join("&", pairs);
      action.getRequest().setAttribute(CutNotes.NEXT, address);
      action.setResponseHeader("Link", "<" + address + ">; rel=\"next\"");
    }
  }

  @Override
  protected Pair<DatasetGraph, Query> decideDataset(
      HttpAction action, Query query, String queryStringLog) {
    DatasetGraph data = getDataset(action);
    Scope scope =
        orRefuse(() -> Scope.of(query, SPARQLProtocol.getDatasetDescription(action, query), data));
    return Pair.create(scope.data(), scope.query());
  }

  /** Says in headers why there is nothing. */
  private static void explain(HttpAction action, List<Binding> first) {
    if (action.getRequest().getAttribute(ASKED) instanceof Asked asked
        && ZeroRows.isNothing(asked.query, first)) {
      Explanation why = ZeroRows.explain(asked.query, asked.data, ZeroRows.BRIEF);
      action.setResponseHeader(ExplainPage.EMPTY, ExplainPage.ascii(why.sentence()));
      String links = action.getResponse().getHeader("Link");
      ExplainPage.linkTo(asked.query.toString())
          .map(link -> links == null ? link : links + ", " + link)
          .ifPresent(link -> action.setResponseHeader("Link", link));
    }
  }

  /**
   * Sends rows only when all are there, so that a query which is ended on the way gives 503 and
   * never half an answer that looks whole. Many rows wait on disk.
   */
  @Override
  protected void sendResults(HttpAction action, QueryExecResult result, Prologue prologue) {
    if (!result.isRowSet()) {
      super.sendResults(action, result, prologue);
      return;
    }
    RowSet rows = result.rowSet();
    DataBag<Binding> all =
        BagFactory.newDefaultBag(
            new ThresholdPolicyCount<>(IN_MEMORY),
            SerializationFactoryFinder.bindingSerializationFactory());
    try {
      List<Binding> first = new ArrayList<>();
      while (rows.hasNext() && all.size() < most) {
        Binding row = rows.next();
        all.add(row);
        if (first.size() < 2) {
          first.add(row);
        }
      }
      if (rows.hasNext()) {
        tellCut(action);
      }
      explain(action, first);
      RowSet whole = RowSetStream.create(rows.getResultVars(), all.iterator());
      super.sendResults(action, new QueryExecResult(whole), prologue);
    } finally {
      all.close();
    }
  }
}
