package org.w3id.bykz.web;

import org.apache.jena.atlas.data.BagFactory;
import org.apache.jena.atlas.data.DataBag;
import org.apache.jena.atlas.data.ThresholdPolicyCount;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.system.SerializationFactoryFinder;
import org.w3id.bykz.query.Scope;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.UsageException;

/** Fuseki's queries, without those that would leave the store. */
final class SparqlQueries extends SPARQL_QueryDataset {

  private static final int IN_MEMORY = 20_000;

  @Override
  public void validate(HttpAction action) {
    if (action.getRequestMethod().equals("GET") && action.getRequestParameter("query") == null) {
      ServletOps.errorBadRequest(
          "No query: send one as the parameter \"query\" or in the body of a POST"
              + " (SPARQL 1.1 Protocol)");
    }
    super.validate(action);
  }

  @Override
  protected void validateQuery(HttpAction action, Query query) {
    try {
      SparqlFile.refuseService(query);
    } catch (UsageException e) {
      ServletOps.errorBadRequest(e.getMessage());
    }
  }

  @Override
  protected Pair<DatasetGraph, Query> decideDataset(
      HttpAction action, Query query, String queryStringLog) {
    DatasetGraph data = getDataset(action);
    try {
      Scope scope = Scope.of(query, SPARQLProtocol.getDatasetDescription(action, query), data);
      return Pair.create(scope.data(), scope.query());
    } catch (UsageException e) {
      ServletOps.errorBadRequest(e.getMessage());
      throw e;
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
      rows.forEachRemaining(all::add);
      RowSet whole = RowSetStream.create(rows.getResultVars(), all.iterator());
      super.sendResults(action, new QueryExecResult(whole), prologue);
    } finally {
      all.close();
    }
  }
}
