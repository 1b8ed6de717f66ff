package org.w3id.bykz.rdf;

import static org.eclipse.rdf4j.model.util.Values.iri;
import static org.eclipse.rdf4j.model.util.Values.literal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.base.CoreDatatype;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.PROV;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.Role;
import org.w3id.bykz.claim.Value;
import org.w3id.bykz.curation.Correction;
import org.w3id.bykz.curation.Correction.Act;
import org.w3id.bykz.curation.Correction.Addition;
import org.w3id.bykz.curation.Correction.Amendment;
import org.w3id.bykz.curation.Correction.Confirmation;
import org.w3id.bykz.curation.Correction.Rejection;
import org.w3id.bykz.curation.Correction.Replacement;
import org.w3id.bykz.curation.Curated;
import org.w3id.bykz.curation.Curated.Former;
import org.w3id.bykz.curation.Curated.Touched;
import org.w3id.bykz.text.Language;

/**
 * Says in a source's graph what corrections made of its claims: who made each and why, which claims
 * stand by it, and which stood before. It all stands there, so that it comes and goes with the
 * source.
 */
final class CurationStatements {

  private final Graph graph;
  private final String document;
  private final IRI source;
  private final Language language;

  CurationStatements(Graph graph, String document, Language language) {
    this.graph = graph;
    this.document = document;
    this.source = Iris.source(document);
    this.language = language;
  }

  void add(Curated curated) {
    for (Correction correction : curated.fit()) {
      describe(correction);
    }
    curated.touched().forEach(this::touched);
    curated.former().forEach(this::former);
  }

  private void describe(Correction correction) {
    IRI subject = iri(correction.iri());
    IRI curator = iri(correction.curator().iri());
    Literal reason =
        correction
            .language()
            .map(tag -> literal(correction.reason(), tag))
            .orElseGet(() -> literal(correction.reason()));
    graph
        .add(subject, RDF.TYPE, Bykz.CORRECTION)
        .add(subject, RDF.TYPE, type(correction.act()))
        .add(subject, RDFS.LABEL, reason)
        .add(subject, Bykz.REASON, reason)
        .add(subject, PROV.USED, source)
        .add(subject, PROV.WAS_ASSOCIATED_WITH, curator)
        .add(curator, RDF.TYPE, PROV.PERSON)
        .add(curator, RDFS.LABEL, Literals.plain(correction.curator().name()));
    correction
        .date()
        .ifPresent(day -> graph.add(subject, DCTERMS.DATE, literal(day, CoreDatatype.XSD.DATE)));
    if (correction.act() instanceof Replacement replacement) {
      graph
          .add(subject, Bykz.CORRECTS, iri(replacement.thing()))
          .add(subject, Bykz.INSTEAD, iri(replacement.instead()));
      if (replacement.sort() == Correction.Sort.SPLIT) {
        // They may be named alike; no rule is to make one of them again.
        graph.add(iri(replacement.thing()), Bykz.DIFFERENT_THING_FROM, iri(replacement.instead()));
      }
    }
  }

  private static IRI type(Act act) {
    if (act instanceof Replacement replacement) {
      return switch (replacement.sort()) {
        case LINKING -> Bykz.LINKING;
        case MERGER -> Bykz.MERGER;
        case SPLIT -> Bykz.SPLIT;
      };
    }
    return act instanceof Rejection
        ? Bykz.REJECTION
        : act instanceof Confirmation
            ? Bykz.CONFIRMATION
            : act instanceof Addition ? Bykz.ADDITION : Bykz.AMENDMENT;
  }

  private void touched(Touched touched) {
    IRI claim = Iris.claim(touched.claim());
    for (Correction correction : touched.by()) {
      IRI by = iri(correction.iri());
      graph.add(claim, Bykz.CURATED_BY, by);
      if (correction.act() instanceof Confirmation) {
        graph.add(by, Bykz.CORRECTS, claim);
      } else if (correction.act() instanceof Addition) {
        graph.add(by, Bykz.ADDS, claim);
      } else if (correction.act() instanceof Amendment) {
        graph.add(by, Bykz.INSTEAD, claim);
      }
    }
  }

  /** A claim that was taken back keeps its address, its words and its place. */
  private void former(Former former) {
    IRI claim = Iris.claim(former.claim());
    graph
        .add(claim, RDF.TYPE, Bykz.FORMER_CLAIM)
        .add(claim, RDFS.LABEL, Literals.text(words(former.claim()), Language.EN))
        .add(claim, Borrowed.OA_EXACT, Literals.text(former.claim().quote(), language))
        .add(claim, PROV.WAS_QUOTED_FROM, Iris.evidence(document, former.claim().span()));
    for (Correction correction : former.by()) {
      IRI by = iri(correction.iri());
      graph.add(claim, PROV.WAS_INVALIDATED_BY, by);
      if (correction.act() instanceof Rejection || correction.act() instanceof Amendment) {
        graph.add(by, Bykz.CORRECTS, claim);
      }
    }
    former.instead().ifPresent(now -> graph.add(Iris.claim(now), PROV.WAS_REVISION_OF, claim));
  }

  /** As in {@code event: kind visit; participant Karaganda Region; fact}. */
  private static String words(Claim claim) {
    StringBuilder words = new StringBuilder(claim.frame().key()).append(": ");
    for (Map.Entry<Role, List<Value>> role : claim.roles().entrySet()) {
      words
          .append(role.getKey().key())
          .append(' ')
          .append(
              role.getValue().stream().map(ThingStatements::name).collect(Collectors.joining(", ")))
          .append("; ");
    }
    Optional<String> speaker = claim.attributedTo().map(Value.Entity::label);
    speaker.ifPresent(name -> words.append("said by ").append(name).append("; "));
    return words
        .append(claim.modality().key())
        .append(", ")
        .append(claim.polarity().key())
        .toString();
  }
}
