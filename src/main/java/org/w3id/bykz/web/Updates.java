package org.w3id.bykz.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_Update;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateWithUsing;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;

/** Fuseki's updates, read before they are done, so that none is refused half way. */
final class Updates extends SPARQL_Update {

  @Override
  protected void execute(HttpAction action, InputStream in) {
    byte[] bytes = Lengths.read(in);
    boolean isOfOtherGraphs =
        action.getRequestParameter("using-graph-uri") != null
            || action.getRequestParameter("using-named-graph-uri") != null;
    for (Update update : parse(bytes)) {
      if (update instanceof UpdateLoad) {
        ServletOps.errorBadRequest("LOAD is refused: nothing is fetched; send the graph to /data");
      }
      // SPARQL 1.1 Protocol, section 2.2.3
      if (isOfOtherGraphs && update instanceof UpdateWithUsing using && namesGraphs(using)) {
        ServletOps.errorBadRequest(
            "USING or WITH stands in the update, so leave out using-graph-uri");
      }
    }
    super.execute(action, new ByteArrayInputStream(bytes));
  }

  private static boolean namesGraphs(UpdateWithUsing update) {
    return update.getWithIRI() != null
        || !update.getUsing().isEmpty()
        || !update.getUsingNamed().isEmpty();
  }

  private static UpdateRequest parse(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return UpdateFactory.create(text);
    } catch (CharacterCodingException e) {
      ServletOps.errorBadRequest("The update is not in UTF-8");
    } catch (QueryException e) {
      ServletOps.errorBadRequest("update: " + e.getMessage());
    }
    throw new IllegalStateException("Refused above");
  }
}
