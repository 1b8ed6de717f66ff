package org.w3id.bykz.rdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Predicate;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;

/** A Turtle file of ours, read whole; its path is for messages. */
final class TurtleFile {

  private final String path;
  private final byte[] content;

  TurtleFile(String path, byte[] content) {
    this.path = path;
    this.content = content;
  }

  String path() {
    return path;
  }

  /** Hands the file's statements to {@code handler}; relative IRIs are resolved against base. */
  void parse(String base, RDFHandler handler) {
    TurtleParser parser = new TurtleParser();
    parser.setRDFHandler(handler);
    // A statement without an object is else read as one about an empty number.
    parser.getParserConfig().set(BasicParserSettings.VERIFY_DATATYPE_VALUES, true);
    try {
      parser.parse(new ByteArrayInputStream(content), base);
    } catch (RDFParseException | RDFHandlerException e) {
      throw new IllegalArgumentException(
          "Cannot read " + path + " as Turtle: " + e.getMessage() + "; correct the file", e);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * The file's statements with such predicates as a named graph; a blank node in it is refused, as
   * no later file could name it.
   */
  Graph graph(IRI name, Predicate<IRI> predicates) {
    Graph graph = new Graph(name);
    parse(
        Iris.BASE,
        new AbstractRDFHandler() {
          @Override
          public void handleStatement(Statement statement) {
            if (!(statement.getSubject() instanceof IRI subject)
                || statement.getObject() instanceof BNode) {
              throw new RDFHandlerException(
                  "blank node in the statement " + statement + ", give it an IRI");
            }
            if (predicates.test(statement.getPredicate())) {
              graph.add(subject, statement.getPredicate(), statement.getObject());
            }
          }
        });
    return graph;
  }
}
