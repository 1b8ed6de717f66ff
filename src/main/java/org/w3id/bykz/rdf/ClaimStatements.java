package org.w3id.bykz.rdf;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.PROV;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.Modality;
import org.w3id.bykz.claim.Polarity;
import org.w3id.bykz.claim.Role;
import org.w3id.bykz.claim.Value;
import org.w3id.bykz.curation.Curated.Touched;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;

/**
 * Turns the claims of one document into statements of its graph: a claim is a thing of its frame's
 * class with its roles, how it is said, and the passage it rests on. A claim said again at the same
 * place is the same claim and is written once.
 */
final class ClaimStatements {

  private static final Map<Modality, IRI> MODALITIES = new EnumMap<>(Modality.class);
  private static final Map<Polarity, IRI> POLARITIES = new EnumMap<>(Polarity.class);

  static {
    for (Modality modality : Modality.values()) {
      MODALITIES.put(modality, Iris.thing("modality", modality.key()));
    }
    for (Polarity polarity : Polarity.values()) {
      POLARITIES.put(polarity, Iris.thing("polarity", polarity.key()));
    }
  }

  private final Graph graph;
  private final Language language;
  private final String document;
  private final IRI source;
  private final IRI extraction;
  private final ThingStatements things;
  private final Set<IRI> written = new HashSet<>();

  ClaimStatements(Graph graph, Document document, IRI source, IRI extraction) {
    this.graph = graph;
    this.language = document.language();
    this.document = document.id();
    this.source = source;
    this.extraction = extraction;
    this.things = new ThingStatements(graph, source);
  }

  /**
   * @param touched what a curator made of it, if anything
   */
  void add(Claim claim, Optional<Touched> touched) {
    if (!claim.document().equals(document)) {
      throw new IllegalArgumentException(
          "A claim of source " + claim.document() + " cannot stand in the graph of " + document);
    }
    IRI iri = Iris.claim(claim);
    if (written.add(iri)) {
      roles(iri, claim);
      about(iri, claim, touched.flatMap(Touched::about));
      manner(iri, claim);
      evidence(iri, claim, touched.filter(Touched::isAdded));
    }
  }

  private void roles(IRI iri, Claim claim) {
    graph.add(iri, RDF.TYPE, Bykz.CLAIM).add(iri, RDF.TYPE, Bykz.claimClass(claim.frame()));
    claim
        .roles()
        .forEach(
            (role, values) -> {
              IRI property = Bykz.property(claim.frame(), role);
              values.forEach(value -> graph.add(iri, property, object(role, value)));
            });
  }

  private void about(IRI iri, Claim claim, Optional<String> merged) {
    if (merged.isPresent()) {
      IRI thing = Values.iri(merged.get());
      graph.add(iri, Bykz.ABOUT, thing);
      things.merged(thing, claim);
      return;
    }
    Iris.about(claim)
        .ifPresent(
            thing -> {
              graph.add(iri, Bykz.ABOUT, thing);
              things.subject(thing, claim);
            });
  }

  private org.eclipse.rdf4j.model.Value object(Role role, Value value) {
    if (value instanceof Value.Entity entity) {
      return things.entity(entity);
    } else if (value instanceof Value.Date date) {
      return things.period(date.edtf());
    } else if (value instanceof Value.Quantity quantity) {
      return role == Role.COUNT || role == Role.JOBS
          ? Literals.count(quantity.number())
          : Literals.decimal(quantity.number());
    } else if (value instanceof Value.Text text && role == Role.NAME) {
      return Literals.text(text.text(), language);
    }
    throw new IllegalArgumentException("The role " + role.key() + " cannot hold " + value);
  }

  private void manner(IRI iri, Claim claim) {
    graph
        .add(iri, Bykz.MODALITY, MODALITIES.get(claim.modality()))
        .add(iri, Bykz.POLARITY, POLARITIES.get(claim.polarity()))
        .add(iri, Bykz.CONFIDENCE, Literals.confidence(claim.confidence()));
    claim
        .attributedTo()
        .ifPresent(speaker -> graph.add(iri, Bykz.ATTRIBUTED_TO, things.entity(speaker)));
    claim.foundBy().forEach(rule -> graph.add(iri, Bykz.FOUND_BY, Iris.rule(rule)));
  }

  private void evidence(IRI iri, Claim claim, Optional<Touched> added) {
    IRI evidence = Iris.evidence(document, claim.span());
    IRI act = added.map(each -> Values.iri(each.by().get(0).iri())).orElse(extraction);
    graph
        .add(iri, PROV.WAS_DERIVED_FROM, source)
        .add(iri, PROV.WAS_GENERATED_BY, act)
        .add(iri, Bykz.HAS_EVIDENCE, evidence);
    if (written.add(evidence)) {
      passage(evidence, claim);
    }
  }

  private void passage(IRI evidence, Claim claim) {
    IRI selector = Iris.selector(document, claim.span());
    graph
        .add(evidence, RDF.TYPE, Bykz.EVIDENCE)
        .add(evidence, RDF.TYPE, Borrowed.OA_SPECIFIC_RESOURCE)
        .add(evidence, Borrowed.OA_HAS_SOURCE, source)
        .add(evidence, Borrowed.OA_HAS_SELECTOR, selector)
        .add(selector, RDF.TYPE, Borrowed.OA_TEXT_POSITION_SELECTOR)
        .add(selector, RDF.TYPE, Borrowed.OA_TEXT_QUOTE_SELECTOR)
        .add(selector, Borrowed.OA_START, Literals.integer(claim.span().start()))
        .add(selector, Borrowed.OA_END, Literals.integer(claim.span().end()))
        .add(selector, Borrowed.OA_EXACT, Literals.text(claim.quote(), language));
  }
}
