package org.w3id.bykz.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.jena.vocabulary.RDF;

/**
 * A change of a few graphs, carried through to all that follows from them, in a time that depends
 * on them and not on the store. What the rules made of the graphs' claims is taken away by its
 * links to them ({@code prov:wasDerivedFrom}), with what else it follows from; then each rule runs
 * again for the things and claims concerned ({@link Gate#key}), and what is the same is counted
 * anew ({@link SameThings}). It gives what a publication of everything would.
 *
 * <p>Shapes and checks see the changed graphs, what is made of them, what other graphs say of the
 * things that they name, which claims there are about these, and the ontology with its
 * vocabularies: a source must stand by itself.
 */
final class Change {

  private static final Node DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
  private static final String SOURCES = Prefixes.BASE + "graph/source/";

  private final DatasetGraphTDB present;
  private final DatasetGraphTDB staged;
  private final Gate gate;

  /** All statements that go or come, in published graphs and in those that are made of them. */
  private final Set<Quad> removed = new HashSet<>();

  private final Set<Quad> added = new HashSet<>();

  private final Set<Node> replaced = new HashSet<>();

  /** Whatever the changed graphs name, before or after. */
  private final Set<Node> things = new LinkedHashSet<>();

  /** What is said of in them: claims, mostly. */
  private final Set<Node> subjects = new LinkedHashSet<>();

  /** What the rules make of the things, be it new or as it was. */
  private final Set<Quad> ofThings = new LinkedHashSet<>();

  private Report report;

  private Change(DatasetGraphTDB present, DatasetGraphTDB staged, Gate gate) {
    this.present = present;
    this.staged = staged;
    this.gate = gate;
  }

  /**
   * Replaces graphs, within the caller's transactions, that on {@code staged} a writing one.
   *
   * @param present what was published before; stays as it is
   * @param staged holds the same at first, and the next state at last but for its self-description
   * @param graphs what each of them is to hold
   * @throws DataException if a shape or a check refuses
   */
  static Change of(
      DatasetGraphTDB present, DatasetGraphTDB staged, Gate gate, Map<Node, Set<Quad>> graphs) {
    Change change = new Change(present, staged, gate);
    graphs.forEach(change::replace);
    change.deriveAnew();
    change.countAnew();
    change.judge();
    return change;
  }

  Report report() {
    return report;
  }

  /** Brings what is known of the present state to the next. */
  Census census() {
    Census census = SelfDescription.census(present);
    List<Quad> changed = Stream.concat(removed.stream(), added.stream()).toList();
    census.change(changed, present, staged, SelfDescription.GRAPH);
    return census;
  }

  /** What its description is to look at. */
  Map<Var, Set<Node>> known() {
    Set<Node> sources =
        replaced.stream()
            .filter(Change::isSource)
            .map(graph -> graph.getURI().replace(SOURCES, Prefixes.BASE + "id/source/"))
            .map(NodeFactory::createURI)
            .collect(Collectors.toSet());
    return SelfDescription.known(present, graphs(), sources);
  }

  State state(State before) {
    Fingerprint sum = new Fingerprint(before.sum());
    removed.forEach(sum::remove);
    added.forEach(sum::add);
    long made = growth(true);
    return new State(
        before.edition(),
        before.background(),
        sum.sum(),
        before.told() + growth(false),
        before.made() + made,
        before.bytes());
  }

  private long growth(boolean made) {
    Predicate<Quad> counts = quad -> Publication.MADE.contains(quad.getGraph()) == made;
    return added.stream().filter(counts).count() - removed.stream().filter(counts).count();
  }

  private void replace(Node graph, Set<Quad> next) {
    replaced.add(graph);
    Set<Quad> old = new HashSet<>(found(graph, Node.ANY, Node.ANY, Node.ANY));
    for (Set<Quad> each : List.of(old, next)) {
      each.forEach(this::note);
    }
    exchange(minus(old, next), minus(next, old));
  }

  private static Set<Quad> minus(Set<Quad> quads, Set<Quad> others) {
    return quads.stream().filter(quad -> !others.contains(quad)).collect(Collectors.toSet());
  }

  private void note(Quad quad) {
    subjects.add(quad.getSubject());
    Inspection.addThings(quad, things);
  }

  private List<Quad> found(Node graph, Node subject, Node property, Node object) {
    return Iter.toList(present.find(graph, subject, property, object));
  }

  private void exchange(Collection<Quad> going, Collection<Quad> coming) {
    going.forEach(staged::delete);
    coming.forEach(staged::add);
    going.forEach(quad -> note(quad, added, removed));
    coming.forEach(quad -> note(quad, removed, added));
  }

  private static void note(Quad quad, Set<Quad> undone, Set<Quad> done) {
    if (!undone.remove(quad)) {
      done.add(quad);
    }
  }

  private void deriveAnew() {
    addReferrers();
    Set<Node> claims = new LinkedHashSet<>(subjects);
    Set<Quad> going = new LinkedHashSet<>();
    run(present, Gate::isOfThings, things, going);
    going.removeIf(quad -> !present.contains(quad));
    subjects.forEach(each -> addDerived(each, going, claims));
    exchange(going, List.of());
    run(staged, Gate::isOfThings, things, ofThings);
    Set<Quad> coming = new LinkedHashSet<>(ofThings);
    run(staged, rule -> !Gate.isOfThings(rule), claims, coming);
    coming.removeIf(staged::contains);
    exchange(List.of(), coming);
  }

  /** What was or is the same as a thing that came to be, or ceased to be, the same as another. */
  private void countAnew() {
    Set<Node> touched = new LinkedHashSet<>();
    Stream.concat(removed.stream(), added.stream())
        .filter(quad -> quad.getPredicate().equals(SameThings.SAME))
        .forEach(quad -> touched.addAll(List.of(quad.getSubject(), quad.getObject())));
    Set<Node> concerned = SameThings.joined(touched, present);
    concerned.addAll(SameThings.joined(touched, staged));
    Set<Quad> before = SameThings.present(concerned, staged);
    Set<Quad> after = SameThings.links(concerned, staged);
    exchange(minus(before, after), minus(after, before));
  }

  /** Claims elsewhere of things of which something else is said now. */
  private void addReferrers() {
    Stream.concat(removed.stream(), added.stream())
        .filter(quad -> isSaid(quad, present) != isSaid(quad, staged))
        .map(Quad::getSubject)
        .distinct()
        .forEach(
            thing ->
                staged
                    .find(Node.ANY, Node.ANY, Node.ANY, thing)
                    .forEachRemaining(quad -> subjects.add(quad.getSubject())));
  }

  private static boolean isSaid(Quad quad, DatasetGraph data) {
    return data.contains(Node.ANY, quad.getSubject(), quad.getPredicate(), quad.getObject());
  }

  /** What was made of a claim, and the other claims that it was made of, which may remain. */
  private void addDerived(Node claim, Set<Quad> going, Set<Node> claims) {
    for (Node graph : List.of(Publication.DERIVED, Publication.CUBE)) {
      for (Quad link : found(graph, Node.ANY, DERIVED_FROM, claim)) {
        Node made = link.getSubject();
        if (isShortcut(graph, made) && followsFromOthers(graph, made)) {
          going.add(link);
        } else if (going.addAll(found(graph, made, Node.ANY, Node.ANY))) {
          found(graph, made, DERIVED_FROM, Node.ANY).forEach(each -> claims.add(each.getObject()));
          found(graph, made, RDF.subject.asNode(), Node.ANY)
              .forEach(each -> going.add(shortcut(graph, made, each.getObject())));
        }
      }
    }
  }

  /** It stands as long as one claim supports it. */
  private boolean isShortcut(Node graph, Node made) {
    return present.contains(graph, made, RDF.type.asNode(), RDF.Statement.asNode());
  }

  private boolean followsFromOthers(Node graph, Node made) {
    Iterator<Quad> links = present.find(graph, made, DERIVED_FROM, Node.ANY);
    try {
      while (links.hasNext()) {
        if (!subjects.contains(links.next().getObject())) {
          return true;
        }
      }
      return false;
    } finally {
      Iter.close(links);
    }
  }

  private Quad shortcut(Node graph, Node made, Node subject) {
    return Quad.create(
        graph,
        subject,
        one(graph, made, RDF.predicate.asNode()),
        one(graph, made, RDF.object.asNode()));
  }

  private Node one(Node graph, Node subject, Node property) {
    return found(graph, subject, property, Node.ANY).get(0).getObject();
  }

  private void run(
      DatasetGraphTDB data, Predicate<SparqlFile> kind, Set<Node> keys, Set<Quad> made) {
    Map.of(Publication.DERIVED, gate.rules(), Publication.CUBE, gate.cube())
        .forEach(
            (graph, rules) ->
                rules.stream()
                    .filter(kind)
                    .forEach(
                        rule -> {
                          Query query = rule.within(Gate.key(rule).orElseThrow(), keys);
                          try (QueryExec exec =
                              QueryExec.dataset(data)
                                  .query(query)
                                  .set(SystemTDB.symTupleFilter, published(data))
                                  .build()) {
                            exec.constructTriples()
                                .forEachRemaining(triple -> made.add(Quad.create(graph, triple)));
                          }
                        }));
  }

  /** Lets rules see what was published only, not what rules made of it. */
  private static Predicate<Tuple<NodeId>> published(DatasetGraphTDB data) {
    var nodes = data.getQuadTable().getNodeTupleTable().getNodeTable();
    Set<NodeId> made =
        Publication.MADE.stream().map(nodes::getNodeIdForNode).collect(Collectors.toSet());
    return quad -> !made.contains(quad.get(0));
  }

  private void judge() {
    DatasetGraph context = DatasetGraphFactory.create();
    Set<Node> named = addContext(context);
    this.report = Gate.accept(Report.of(gate.shapes(), context.getDefaultGraph(), named));
    ofThings.forEach(quad -> add(quad, context));
    added.stream()
        .filter(quad -> Publication.MADE.contains(quad.getGraph()))
        .forEach(quad -> add(quad, context));
    gate.check(context);
  }

  /** All graphs but those of sources, and some that may be empty. */
  Set<Node> graphs() {
    Set<Node> all = SelfDescription.graphs(present);
    replaced.stream().filter(graph -> !isSource(graph)).forEach(all::add);
    all.addAll(Publication.MADE);
    return all;
  }

  private Set<Node> addContext(DatasetGraph context) {
    Set<Node> whole = graphs();
    whole.addAll(replaced);
    whole.removeAll(Publication.MADE);
    for (Node graph : whole) {
      staged.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> add(quad, context));
    }
    Graph union = context.getDefaultGraph();
    return Inspection.addSaid(things, staged, quad -> union.add(quad.asTriple()));
  }

  /** Also to the default graph, which shapes and checks read as the union of all. */
  private static void add(Quad quad, DatasetGraph context) {
    context.add(quad);
    context.add(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
  }

  static boolean isSource(Node graph) {
    return graph.getURI().startsWith(SOURCES);
  }
}
