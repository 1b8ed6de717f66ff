package org.w3id.bykz.store;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Holds files of any RDF syntax against shapes, all files as one graph, in memory. Against our own
 * shapes the ontology and vocabularies that came with the program stand beside the files; of a
 * thing that a file describes only the file speaks, so that a changed vocabulary can be validated.
 */
public final class Validation {

  private final Graph data = GraphFactory.createDefaultGraph();
  private final Graph known = GraphFactory.createDefaultGraph();
  private final Shapes shapes;

  private Validation(Shapes shapes) {
    this.shapes = shapes;
  }

  /** Against the shapes that came with the program. */
  public static Validation ours() {
    Validation validation = new Validation(Gate.shapes(TextFile.bundled("ontology/shapes.ttl")));
    StreamRDF sink = into(validation.known);
    parse(TextFile.bundled("ontology/bykz.ttl"), sink);
    TextFile.bundledIn("ontology/vocabularies", ".ttl").forEach(file -> parse(file, sink));
    return validation;
  }

  /** Against the shapes of these files. */
  public static Validation against(List<Path> files) {
    Graph shapes = GraphFactory.createDefaultGraph();
    files.forEach(file -> RdfFile.read(file, into(shapes)));
    return new Validation(Gate.shapes(shapes, files.toString()));
  }

  private static void parse(TextFile file, StreamRDF sink) {
    RDFParser.fromString(file.text(), Lang.TURTLE).base(Prefixes.BASE).parse(sink);
  }

  /**
   * Adds a file to what is validated.
   *
   * @throws DataException with file and line if it cannot be read; nothing of it is added then
   */
  public void add(Path file) {
    Graph read = GraphFactory.createDefaultGraph();
    RdfFile.read(file, into(read));
    read.find().forEachRemaining(data::add);
  }

  public Report report() {
    Graph all = GraphFactory.createDefaultGraph();
    data.find().forEachRemaining(all::add);
    known
        .find()
        .filterDrop(triple -> data.contains(triple.getSubject(), Node.ANY, Node.ANY))
        .forEachRemaining(all::add);
    return Report.of(shapes, all);
  }

  /** Triples and quads alike, whatever graph they stand in. */
  private static StreamRDF into(Graph graph) {
    return new StreamRDFBase() {
      @Override
      public void triple(Triple triple) {
        graph.add(triple);
      }

      @Override
      public void quad(Quad quad) {
        graph.add(quad.asTriple());
      }
    };
  }
}
