package org.w3id.bykz.store;

import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.update.UpdateFactory;

/**
 * A query with the name it goes by.
 *
 * @param name the file's name without its ending
 */
public record SparqlFile(String name, Query query) {

  /**
   * Parses a query and refuses what would leave the store: SERVICE, and anything that writes.
   *
   * @throws UsageException with file, line and column
   */
  public static SparqlFile parse(TextFile file) {
    Query query;
    try {
      query = QueryFactory.create(file.text(), Prefixes.BASE);
    } catch (QueryParseException e) {
      if (isUpdate(file.text())) {
        throw new UsageException(
            file.path() + " is an update; the store changes by publishing only", e);
      }
      throw new UsageException(
          file.path() + ":" + e.getLine() + ":" + e.getColumn() + ": " + firstSentence(e), e);
    } catch (QueryException e) {
      throw new UsageException(file.path() + ": " + e.getMessage(), e);
    }
    refuseService(query);
    return new SparqlFile(file.stem(), query);
  }

  /** Refuses a query that asks another server, at any depth. */
  public static void refuseService(Query query) {
    QueryTransformOps.transform(query, new NoService());
  }

  private static boolean isUpdate(String text) {
    try {
      return !UpdateFactory.create(text).getOperations().isEmpty();
    } catch (QueryException e) {
      return false;
    }
  }

  /** The parser's message goes on with a list of every token it would have taken. */
  private static String firstSentence(QueryParseException e) {
    String message = e.getMessage().strip();
    int end = message.indexOf('\n');
    String first = end < 0 ? message : message.substring(0, end);
    return first.replaceFirst(" at line \\d+, column \\d+\\.?", "").replaceFirst("^Line.*?: ", "");
  }

  private static final class NoService extends ElementTransformCopyBase {

    @Override
    public Element transform(ElementService service, Node name, Element element) {
      throw new UsageException("SERVICE is refused: queries run on this store only");
    }
  }
}
