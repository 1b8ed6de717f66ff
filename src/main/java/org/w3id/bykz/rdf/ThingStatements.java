package org.w3id.bykz.rdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.ORG;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.model.vocabulary.TIME;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.Role;
import org.w3id.bykz.claim.Value;
import org.w3id.bykz.text.Language;

/**
 * Says of the things that a source's claims speak of what no vocabulary says: that they are, of
 * what type, by what name. What is claimed of them stays on the claims.
 */
final class ThingStatements {

  private final Graph graph;
  private final IRI source;
  private final Map<Value.Entity, IRI> entities = new HashMap<>();
  private final Map<String, IRI> periods = new HashMap<>();

  ThingStatements(Graph graph, IRI source) {
    this.graph = graph;
    this.source = source;
  }

  /** The entity's IRI; persons and things that no vocabulary knows are described. */
  IRI entity(Value.Entity entity) {
    return entities.computeIfAbsent(entity, this::describe);
  }

  private IRI describe(Value.Entity entity) {
    IRI iri = Iris.entity(entity);
    if (entity.kind() == Value.Kind.PERSON) {
      graph
          .add(iri, RDF.TYPE, FOAF.PERSON)
          .add(iri, FOAF.NAME, Literals.text(entity.label(), entity.language()))
          .add(iri, RDFS.LABEL, Literals.text(entity.label(), entity.language()))
          .add(iri, Bykz.NAME_KEY, Literals.plain(NameKey.of(entity)));
    } else if (!entity.linked()) {
      graph
          .add(iri, RDF.TYPE, type(entity.kind()))
          .add(iri, SKOS.PREF_LABEL, Literals.text(entity.label(), entity.language()))
          .add(iri, RDFS.LABEL, Literals.text(entity.label(), entity.language()))
          .add(iri, Bykz.UNLINKED, Literals.TRUE)
          .add(iri, Bykz.NAMED_BY, source);
      if (entity.kind() == Value.Kind.ORGANISATION) {
        graph.add(iri, Bykz.NAME_KEY, Literals.plain(NameKey.of(entity)));
      }
    }
    return iri;
  }

  private static IRI type(Value.Kind kind) {
    return switch (kind) {
      case COUNTRY -> Bykz.COUNTRY;
      case REGION -> Bykz.REGION;
      case PLACE -> Bykz.PLACE;
      case ORGANISATION -> ORG.ORGANIZATION;
      case PERSON -> FOAF.PERSON;
      case PRODUCT -> Bykz.PRODUCT;
      case SECTOR -> Bykz.SECTOR;
      case OFFICE -> Bykz.OFFICE;
      case UNIT -> Bykz.UNIT;
      case CURRENCY, FLOW, STATUS, BOUND, AGREEMENT_KIND, EVENT_KIND -> SKOS.CONCEPT;
    };
  }

  IRI period(String edtf) {
    return periods.computeIfAbsent(edtf, this::describe);
  }

  private IRI describe(String edtf) {
    IRI iri = Iris.period(edtf);
    graph
        .add(iri, RDF.TYPE, TIME.TEMPORAL_ENTITY)
        .add(iri, RDFS.LABEL, Literals.plain(edtf))
        .add(iri, Bykz.EDTF, Literals.edtf(edtf));
    Period period = Period.parse(edtf);
    period.start().ifPresent(day -> graph.add(iri, Borrowed.SCHEMA_START_DATE, Literals.date(day)));
    period.end().ifPresent(day -> graph.add(iri, Borrowed.SCHEMA_END_DATE, Literals.date(day)));
    period
        .months()
        .forEach(month -> graph.add(iri, Bykz.IN_MONTH, Literals.plain(month.toString())));
    return iri;
  }

  /** The event, agreement or project of a claim, or the group of them that it counts. */
  void subject(IRI iri, Claim claim) {
    merged(iri, claim);
    graph.add(iri, RDFS.LABEL, Literals.text(label(claim), Language.EN));
  }

  /** One that other claims give its name. */
  void merged(IRI iri, Claim claim) {
    graph.add(iri, RDF.TYPE, isGroup(claim) ? Bykz.GROUP : type(claim));
  }

  private static boolean isGroup(Claim claim) {
    for (Value value : claim.values(Role.COUNT)) {
      if (value instanceof Value.Quantity count
          && count.number().compareTo(java.math.BigDecimal.ONE) != 0) {
        return true;
      }
    }
    return false;
  }

  private static IRI type(Claim claim) {
    return switch (claim.frame()) {
      case EVENT -> Bykz.EVENT;
      case AGREEMENT -> Bykz.AGREEMENT;
      case PROJECT -> Bykz.PROJECT;
      default -> throw new IllegalArgumentException("No thing of its own: " + claim.frame());
    };
  }

  /** Its name, else what it is, of what, by whom, where and when, as far as the claim says so. */
  private static String label(Claim claim) {
    StringBuilder label = new StringBuilder();
    if (claim.values(Role.NAME).isEmpty()) {
      for (Value count : claim.values(Role.COUNT)) {
        label.append(name(count)).append(" × ");
      }
      label.append(first(claim, Role.KIND).orElse(claim.frame().key()));
    } else {
      label.append(first(claim, Role.NAME).get());
    }
    append(label, ", ", claim.values(Role.PRODUCT));
    List<Value> parties = new ArrayList<>(claim.values(Role.PARTY));
    parties.addAll(claim.values(Role.PARTICIPANT));
    parties.addAll(claim.values(Role.PARTNER));
    append(label, ": ", parties);
    append(label, ", ", claim.values(Role.PLACE));
    append(label, ", ", claim.values(Role.DATE));
    return label.toString();
  }

  private static Optional<String> first(Claim claim, Role role) {
    List<Value> values = claim.values(role);
    return values.isEmpty() ? Optional.empty() : Optional.of(name(values.get(0)));
  }

  private static void append(StringBuilder label, String before, List<Value> values) {
    String separator = before;
    for (Value value : values) {
      label.append(separator).append(name(value));
      separator = ", ";
    }
  }

  static String name(Value value) {
    if (value instanceof Value.Entity entity) {
      return entity.label();
    } else if (value instanceof Value.Date date) {
      return date.edtf();
    } else if (value instanceof Value.Quantity quantity) {
      return ContentKey.plain(quantity.number());
    } else if (value instanceof Value.Text text) {
      return text.text();
    }
    throw new IllegalArgumentException("Not a kind of value that has a name: " + value);
  }
}
