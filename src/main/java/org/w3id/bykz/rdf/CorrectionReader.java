package org.w3id.bykz.rdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.PROV;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;
import org.w3id.bykz.claim.Frame;
import org.w3id.bykz.claim.Modality;
import org.w3id.bykz.claim.Polarity;
import org.w3id.bykz.claim.Role;
import org.w3id.bykz.claim.Value.Entity;
import org.w3id.bykz.claim.Value.Kind;
import org.w3id.bykz.curation.Correction;
import org.w3id.bykz.curation.Correction.Act;
import org.w3id.bykz.curation.Correction.Addition;
import org.w3id.bykz.curation.Correction.Amendment;
import org.w3id.bykz.curation.Correction.Confirmation;
import org.w3id.bykz.curation.Correction.Curator;
import org.w3id.bykz.curation.Correction.Rejection;
import org.w3id.bykz.curation.Correction.Replacement;
import org.w3id.bykz.curation.Correction.Sort;
import org.w3id.bykz.curation.Correction.Target;
import org.w3id.bykz.curation.Description;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.text.Language;

/**
 * Reads corrections from Turtle: each says who corrects, why, and what, and speaks of claims in the
 * terms that claims have in the graph. What is called what is told in any of the files.
 */
public final class CorrectionReader {

  private static final Map<IRI, Frame> FRAMES =
      Arrays.stream(Frame.values())
          .collect(Collectors.toMap(Bykz::claimClass, Function.identity()));

  private static final Map<IRI, Role> ROLES = roles();

  /** What a description may say beside its roles. */
  private static final Set<IRI> MANNER =
      Set.of(
          RDF.TYPE,
          PROV.WAS_DERIVED_FROM,
          Borrowed.OA_EXACT,
          Bykz.MODALITY,
          Bykz.POLARITY,
          Bykz.ATTRIBUTED_TO);

  private static final Map<String, Kind> KINDS =
      Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::key, Function.identity()));

  /** Things that claims are about, which no role holds. */
  private static final Set<String> SUBJECTS = Set.of("event", "agreement", "project");

  private final Map<String, Concept> concepts = new HashMap<>();
  private final Map<String, Model> files = new LinkedHashMap<>();
  private final Model all = new LinkedHashModel();

  /**
   * @param concepts what the vocabularies know
   */
  public CorrectionReader(List<Concept> concepts) {
    concepts.forEach(each -> this.concepts.put(each.id(), each));
  }

  private static Map<IRI, Role> roles() {
    Map<IRI, Role> roles = new HashMap<>();
    for (Frame frame : Frame.values()) {
      frame.roles().forEach(role -> roles.put(Bykz.property(frame, role), role));
    }
    return roles;
  }

  /**
   * Reads a file.
   *
   * @param path where it stands, for messages
   * @throws IllegalArgumentException if it is not Turtle
   */
  public void add(String path, byte[] content) {
    Model file = new LinkedHashModel();
    new TurtleFile(path, content).parse(Iris.BASE, new StatementCollector(file));
    files.put(path, file);
    all.addAll(file);
  }

  /**
   * The corrections of all files that were read, in their order.
   *
   * @throws IllegalArgumentException if one is not whole, or is there twice
   */
  public List<Correction> corrections() {
    List<Correction> corrections = new ArrayList<>();
    Map<Resource, String> seen = new HashMap<>();
    files.forEach(
        (path, file) -> {
          for (Resource subject : new LinkedHashSet<>(file.subjects())) {
            if (file.filter(subject, RDF.TYPE, null).objects().stream().anyMatch(Acts::has)) {
              String other = seen.putIfAbsent(subject, path);
              if (other != null) {
                throw new Reading(path, file, subject).fault("stands in " + other + ", too");
              }
              corrections.add(new Reading(path, file, subject).correction());
            }
          }
        });
    return corrections;
  }

  /** The classes of corrections. */
  private enum Acts {
    REJECTION(Bykz.REJECTION),
    CONFIRMATION(Bykz.CONFIRMATION),
    AMENDMENT(Bykz.AMENDMENT),
    ADDITION(Bykz.ADDITION),
    LINKING(Bykz.LINKING),
    MERGER(Bykz.MERGER),
    SPLIT(Bykz.SPLIT);

    private static final Map<Value, Acts> BY_CLASS =
        Arrays.stream(values()).collect(Collectors.toMap(act -> act.type, Function.identity()));

    private final IRI type;

    Acts(IRI type) {
      this.type = type;
    }

    static boolean has(Value type) {
      return BY_CLASS.containsKey(type) || type.equals(Bykz.CORRECTION);
    }
  }

  /** One correction of a file. */
  private final class Reading {

    private final String path;
    private final Model file;
    private final Resource subject;

    Reading(String path, Model file, Resource subject) {
      this.path = path;
      this.file = file;
      this.subject = subject;
    }

    IllegalArgumentException fault(String what) {
      return new IllegalArgumentException(
          "%s: the correction %s %s; complete or correct it".formatted(path, subject, what));
    }

    Correction correction() {
      if (!subject.stringValue().startsWith(Iris.thing("correction", "").stringValue())) {
        throw fault("needs a name of its own, as in <id/correction/NAME>");
      }
      IRI curator =
          one(PROV.WAS_ASSOCIATED_WITH)
              .filter(who -> who.stringValue().startsWith(Iris.thing("curator", "").stringValue()))
              .map(IRI.class::cast)
              .orElseThrow(
                  () -> fault("lacks its author, as in prov:wasAssociatedWith <id/curator/NAME>"));
      String name =
          label(curator)
              .orElseThrow(() -> fault("is by " + curator + ", who has no rdfs:label"))
              .getLabel();
      Literal reason =
          one(Bykz.REASON)
              .filter(value -> !value.stringValue().isBlank())
              .map(Literal.class::cast)
              .orElseThrow(() -> fault("lacks its reason, as in bykz:reason \"...\"@en"));
      Optional<String> date = one(DCTERMS.DATE).map(Value::stringValue);
      date.filter(day -> !isDay(day))
          .ifPresent(
              day -> {
                throw fault("is dated " + day + ", which is no day as 2026-11-22");
              });
      return new Correction(
          subject.stringValue(),
          path,
          new Curator(curator.stringValue(), name),
          reason.getLabel(),
          reason.getLanguage(),
          date,
          act());
    }

    private static boolean isDay(String date) {
      return Period.isEdtf(date) && Period.parse(date).isDay();
    }

    private Act act() {
      List<Acts> kinds =
          file.filter(subject, RDF.TYPE, null).objects().stream()
              .filter(Acts.BY_CLASS::containsKey)
              .map(Acts.BY_CLASS::get)
              .toList();
      if (kinds.size() != 1) {
        throw fault("is to be of exactly one kind, such as bykz:Rejection or bykz:Amendment");
      }
      return switch (kinds.get(0)) {
        case REJECTION -> new Rejection(target());
        case CONFIRMATION -> new Confirmation(target());
        case AMENDMENT -> amendment();
        case ADDITION -> addition();
        case LINKING -> replacement(Sort.LINKING);
        case MERGER -> replacement(Sort.MERGER);
        case SPLIT -> replacement(Sort.SPLIT);
      };
    }

    /** The one claim that the correction speaks of. */
    private List<Target> target() {
      Optional<String> iri = one(Bykz.CORRECTS).map(this::claim);
      Optional<Description> like = one(Bykz.LIKE).map(node -> described((Resource) node, true));
      if (iri.isEmpty() && like.isEmpty()) {
        throw fault("names no claim, by bykz:corrects or bykz:like");
      }
      return List.of(new Target(document(iri, like), iri, like));
    }

    private String document(Optional<String> iri, Optional<Description> like) {
      return like.map(Description::document)
          .orElseGet(() -> iri.map(CorrectionReader::documentOf).orElseThrow());
    }

    private String claim(Value value) {
      if (!(value instanceof IRI iri) || documentOf(iri.stringValue()).isEmpty()) {
        throw fault("corrects " + value + ", which is not the name of a claim");
      }
      return value.stringValue();
    }

    private Act amendment() {
      Set<Role> without = EnumSet.noneOf(Role.class);
      boolean ownVoice = false;
      for (Value property : file.filter(subject, Bykz.WITHOUT, null).objects()) {
        if (property.equals(Bykz.ATTRIBUTED_TO)) {
          ownVoice = true;
        } else if (property instanceof IRI iri && ROLES.containsKey(iri)) {
          without.add(ROLES.get(iri));
        } else {
          throw fault("takes out " + property + ", which is not a role");
        }
      }
      Optional<Value> instead = one(Bykz.INSTEAD);
      if (instead.isEmpty() && without.isEmpty() && !ownVoice) {
        throw fault("says nothing by bykz:instead or bykz:without");
      }
      Description said =
          instead
              .map(node -> described((Resource) node, false))
              .orElseGet(
                  () ->
                      new Description(
                          "",
                          "",
                          Optional.empty(),
                          Map.of(),
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty()));
      return new Amendment(target(), said, without, ownVoice);
    }

    private Act addition() {
      Description claim =
          one(Bykz.ADDS)
              .map(node -> described((Resource) node, true))
              .orElseThrow(() -> fault("adds no claim by bykz:adds"));
      Frame frame =
          claim.frame().orElseThrow(() -> fault("adds a claim of no kind, as bykz:EventClaim"));
      Set<Role> missing = EnumSet.copyOf(frame.core());
      missing.removeAll(claim.roles().keySet());
      if (!missing.isEmpty()) {
        throw fault("adds a claim without its " + missing.iterator().next().key());
      }
      return new Addition(claim);
    }

    private Act replacement(Sort sort) {
      IRI thing = thing(Bykz.CORRECTS);
      IRI instead = thing(Bykz.INSTEAD);
      String kind = kind(thing);
      if (!kind.equals(kind(instead))
          && SUBJECTS.contains(kind(instead)) != SUBJECTS.contains(kind)) {
        throw fault("takes " + thing + " for " + instead + ", which is of another kind");
      }
      Optional<Entity> entity =
          SUBJECTS.contains(kind) ? Optional.empty() : Optional.of(entity(instead));
      entity
          .filter(each -> sort == Sort.LINKING && !each.linked())
          .ifPresent(
              each -> {
                throw fault("links to " + instead + ", which no vocabulary has");
              });
      entity
          .filter(each -> each.label().isEmpty())
          .ifPresent(
              each -> {
                throw fault("names " + instead + ", which has no rdfs:label");
              });
      List<Target> targets = new ArrayList<>();
      for (Value claim : file.filter(subject, Bykz.IN_CLAIM, null).objects()) {
        Optional<String> iri = claim instanceof IRI ? Optional.of(claim(claim)) : Optional.empty();
        Optional<Description> like =
            claim instanceof BNode node ? Optional.of(described(node, true)) : Optional.empty();
        targets.add(new Target(document(iri, like), iri, like));
      }
      if ((sort == Sort.SPLIT) == targets.isEmpty()) {
        throw fault(
            sort == Sort.SPLIT
                ? "names no claim by bykz:inClaim"
                : "is for all claims, yet names one by bykz:inClaim; make it a bykz:Split");
      }
      return new Replacement(sort, thing.stringValue(), instead.stringValue(), entity, targets);
    }

    private IRI thing(IRI property) {
      return one(property)
          .filter(value -> value instanceof IRI iri && Iris.kindAndKey(iri).isPresent())
          .map(IRI.class::cast)
          .orElseThrow(() -> fault("names no thing by bykz:" + property.getLocalName()));
    }

    /** Of a thing that claims speak of. */
    private String kind(IRI thing) {
      String kind = Iris.kindAndKey(thing).orElse("").replaceFirst("/.*", "");
      if (!KINDS.containsKey(kind) && !SUBJECTS.contains(kind)) {
        throw unspoken(thing);
      }
      return kind;
    }

    private IllegalArgumentException unspoken(IRI thing) {
      return fault("speaks of " + thing + ", which is no thing that claims speak of");
    }

    private Description described(Resource node, boolean placed) {
      Map<Role, List<org.w3id.bykz.claim.Value>> roles = new EnumMap<>(Role.class);
      Set<IRI> strange = new HashSet<>();
      for (Statement statement : file.filter(node, null, null)) {
        Role role = ROLES.get(statement.getPredicate());
        if (role != null) {
          roles
              .computeIfAbsent(role, any -> new ArrayList<>())
              .add(value(role, statement.getObject()));
        } else if (!MANNER.contains(statement.getPredicate())) {
          strange.add(statement.getPredicate());
        }
      }
      if (!strange.isEmpty()) {
        throw fault("says " + strange.iterator().next() + " of a claim, which claims do not");
      }
      String source =
          one(node, PROV.WAS_DERIVED_FROM)
              .filter(IRI.class::isInstance)
              .flatMap(iri -> Iris.kindAndKey((IRI) iri))
              .filter(id -> id.startsWith("source/"))
              .map(id -> id.substring("source/".length()))
              .orElse("");
      String quote = one(node, Borrowed.OA_EXACT).map(Value::stringValue).orElse("");
      if (placed && (source.isEmpty() || quote.isBlank())) {
        throw fault(
            "describes a claim without "
                + (source.isEmpty()
                    ? "its source, as in prov:wasDerivedFrom <id/source/003>"
                    : "words of its passage, as in oa:exact \"...\""));
      }
      return new Description(
          source,
          quote,
          one(node, RDF.TYPE, FRAMES::containsKey).map(FRAMES::get),
          roles,
          one(node, Bykz.MODALITY).map(value -> named(Modality.values(), Modality::key, value)),
          one(node, Bykz.POLARITY).map(value -> named(Polarity.values(), Polarity::key, value)),
          one(node, Bykz.ATTRIBUTED_TO).map(value -> entity((IRI) value)));
    }

    private <T> T named(T[] all, Function<T, String> key, Value value) {
      return Stream.of(all)
          .filter(each -> value.stringValue().endsWith("/" + key.apply(each)))
          .findFirst()
          .orElseThrow(() -> fault("does not know " + value));
    }

    private org.w3id.bykz.claim.Value value(Role role, Value value) {
      if (role == Role.DATE || role == Role.PERIOD) {
        String date =
            value instanceof IRI iri
                ? Iris.kindAndKey(iri).orElse("").replaceFirst("^period/", "").replace('_', '/')
                : value.stringValue();
        if (!Period.isEdtf(date)) {
          throw fault("gives the date " + value + ", which is not EDTF");
        }
        return new org.w3id.bykz.claim.Value.Date(date);
      }
      if (value instanceof IRI iri) {
        return entity(iri);
      }
      if (role == Role.NAME) {
        return new org.w3id.bykz.claim.Value.Text(value.stringValue());
      }
      try {
        return new org.w3id.bykz.claim.Value.Quantity(new BigDecimal(value.stringValue()));
      } catch (NumberFormatException e) {
        throw fault("fills " + role.key() + " with " + value + ", neither a thing nor a number");
      }
    }

    /** Its label is empty where neither vocabularies nor files tell one. */
    private Entity entity(IRI iri) {
      Kind kind = KINDS.get(kind(iri));
      if (kind == null) {
        throw unspoken(iri);
      }
      String id = Iris.kindAndKey(iri).orElseThrow();
      String key = id.substring(kind.key().length() + 1);
      Concept known = concepts.get(id);
      if (known != null) {
        String label = known.preferredLabel(Language.EN).orElse(key);
        return new Entity(kind, key, label, Language.EN, true);
      }
      if (!Iris.entity(new Entity(kind, key, "", Language.EN, false)).equals(iri)) {
        throw fault(
            "speaks of "
                + iri
                + ", which no vocabulary has, and which no name gives; write its last part in small"
                + " letters, digits and hyphens");
      }
      Optional<Literal> label = label(iri);
      return new Entity(
          kind,
          key,
          label.map(Literal::getLabel).orElse(""),
          label.flatMap(Literal::getLanguage).flatMap(Language::ofTag).orElse(Language.EN),
          false);
    }

    private Optional<Literal> label(IRI thing) {
      return all.filter(thing, RDFS.LABEL, null).objects().stream()
          .filter(Literal.class::isInstance)
          .map(Literal.class::cast)
          .findFirst();
    }

    private Optional<Value> one(IRI property) {
      return one(subject, property);
    }

    private Optional<Value> one(Resource node, IRI property) {
      return one(node, property, any -> true);
    }

    private Optional<Value> one(Resource node, IRI property, Predicate<Value> which) {
      List<Value> values =
          file.filter(node, property, null).objects().stream().filter(which).toList();
      if (values.size() > 1) {
        throw fault("has more than one " + property.getLocalName());
      }
      return values.stream().findFirst();
    }
  }

  /** The id of the source of a claim's IRI, whose last part is made of what the claim says. */
  static String documentOf(String claim) {
    String start = Iris.thing("claim", "").stringValue();
    int end = claim.length() - "-0123456789".length();
    return claim.startsWith(start) && end > start.length()
        ? URLDecoder.decode(claim.substring(start.length(), end).replace("+", "%2B"), UTF_8)
        : "";
  }
}
