package org.w3id.bykz.rdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.Frame;
import org.w3id.bykz.claim.Role;
import org.w3id.bykz.claim.Value;
import org.w3id.bykz.curation.Names;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Span;

/**
 * Mints every IRI of the project, and names those of authority tables that it uses; no other class
 * does. Keys come from content, never from a counter or a clock.
 */
public final class Iris {

  public static final String BASE = "https://w3id.org/bykz/";

  private static final String THINGS = BASE + "id/";
  private static final String GRAPHS = BASE + "graph/";
  private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
  private static final String CURRENCIES = AUTHORITY + "currency/";
  private static final String LANGUAGES = AUTHORITY + "language/";
  private static final SimpleValueFactory VALUES = SimpleValueFactory.getInstance();

  /** The roles that tell one event, agreement or project from another. */
  private static final Set<Role> IDENTIFYING =
      EnumSet.of(
          Role.KIND,
          Role.PARTICIPANT,
          Role.PARTY,
          Role.PARTNER,
          Role.PLACE,
          Role.DATE,
          Role.NAME,
          Role.PRODUCT,
          Role.SECTOR,
          Role.COUNT);

  private static final Recent<Value.Entity, IRI> ENTITIES = new Recent<>(Iris::minted);
  private static final Recent<String, IRI> RULES = new Recent<>(Iris::mintedRule);

  /** Everything by the IRI that it has in the graph. */
  public static final Names NAMES =
      new Names() {
        @Override
        public String of(Claim claim) {
          return Iris.claim(claim).stringValue();
        }

        @Override
        public String of(Value value) {
          return ContentKey.canonical(value);
        }

        @Override
        public Optional<String> about(Claim claim) {
          return Iris.about(claim).map(IRI::stringValue);
        }
      };

  private Iris() {}

  /** A thing of a kind: {@code id/KIND/KEY}. */
  public static IRI thing(String kind, String key) {
    return iri(THINGS + kind + "/" + encode(key));
  }

  /**
   * What an entity names. The key of a linked one is its vocabulary's; of any other its slug, so
   * that all spellings that differ in case, accents or punctuation are one thing.
   */
  public static IRI entity(Value.Entity entity) {
    return ENTITIES.of(entity);
  }

  private static IRI minted(Value.Entity entity) {
    if (entity.kind() == Value.Kind.CURRENCY) {
      return currency(entity.key());
    }
    return thing(entity.kind().key(), entity.linked() ? entity.key() : Slug.of(entity.key()));
  }

  static IRI currency(String code) {
    return iri(CURRENCIES + encode(code));
  }

  /** A date or period; the slash of a range becomes an underscore, which EDTF does not use. */
  public static IRI period(String edtf) {
    return thing("period", edtf.replace('/', '_'));
  }

  public static IRI source(String id) {
    return thing("source", id);
  }

  /** A publisher, by name. */
  public static IRI publisher(String name) {
    return thing(Value.Kind.ORGANISATION.key(), Slug.of(name));
  }

  public static IRI language(Language language) {
    return iri(
        LANGUAGES
            + switch (language) {
              case EN -> "ENG";
              case DE -> "DEU";
              case RU -> "RUS";
              case BE -> "BEL";
              case KK -> "KAZ";
            });
  }

  public static IRI claim(Claim claim) {
    return thing("claim", claim.document() + "-" + ContentKey.of(claim));
  }

  /** A passage of a source, by RFC 5147: {@code id/source/003#char=2035,2187}. */
  public static IRI evidence(String source, Span span) {
    return passage(source, "#char=", span);
  }

  static IRI selector(String source, Span span) {
    return passage(source, "#selector=", span);
  }

  private static IRI passage(String source, String fragment, Span span) {
    return iri(source(source).stringValue() + fragment + span.start() + "," + span.end());
  }

  /**
   * The event, agreement or project that a claim speaks of. What is held or signed on one known day
   * is the same thing in every source that tells it with the same roles; anything else is so only
   * within its source.
   */
  static Optional<IRI> about(Claim claim) {
    if (claim.frame() != Frame.EVENT
        && claim.frame() != Frame.AGREEMENT
        && claim.frame() != Frame.PROJECT) {
      return Optional.empty();
    }
    String key = ContentKey.of(claim, IDENTIFYING);
    return Optional.of(thing(claim.frame().key(), day(claim).orElse(claim.document()) + "-" + key));
  }

  private static Optional<String> day(Claim claim) {
    if (claim.values(Role.DATE).size() == 1
        && claim.values(Role.DATE).get(0) instanceof Value.Date date
        && Period.parse(date.edtf()).isDay()) {
      return Optional.of(date.edtf());
    }
    return Optional.empty();
  }

  /**
   * What led to a claim: a cue or word of the frames by its {@code kind/key}, or a rule by name.
   */
  static IRI rule(String key) {
    return RULES.of(key);
  }

  private static IRI mintedRule(String key) {
    int slash = key.indexOf('/');
    return slash < 0
        ? thing("rule", key)
        : thing(key.substring(0, slash), key.substring(slash + 1));
  }

  static IRI extraction(String source, String version) {
    return thing("activity", "extract-" + source + "-" + version);
  }

  static IRI software(String version) {
    return thing("software", "bykz-" + version);
  }

  public static IRI sourceGraph(String id) {
    return graph("source/" + encode(id));
  }

  /** A named graph, such as {@code ontology} or {@code vocabulary/products}. */
  static IRI graph(String name) {
    return iri(GRAPHS + name);
  }

  /** {@code KIND/KEY} of a thing's IRI, its key decoded; empty for one that is not ours. */
  static Optional<String> kindAndKey(IRI thing) {
    String iri = thing.stringValue();
    if (iri.startsWith(CURRENCIES)) {
      return Optional.of(
          Value.Kind.CURRENCY.key() + "/" + decode(iri.substring(CURRENCIES.length())));
    }
    return iri.startsWith(THINGS)
        ? Optional.of(decode(iri.substring(THINGS.length())))
        : Optional.empty();
  }

  /** RFC 3986, section 2.3: what is not unreserved is percent-encoded; slashes part the key. */
  private static String encode(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (!isKept(key.charAt(i))) {
        return encodeRest(key, i);
      }
    }
    return key;
  }

  private static String encodeRest(String key, int from) {
    StringBuilder encoded = new StringBuilder(key.length() + 16).append(key, 0, from);
    for (byte octet : key.substring(from).getBytes(UTF_8)) {
      char c = (char) (octet & 0xFF);
      if (isKept(c)) {
        encoded.append(c);
      } else {
        encoded.append('%');
        encoded.append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        encoded.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return encoded.toString();
  }

  private static boolean isKept(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '-' && c <= '9')
        || c == '_'
        || c == '~';
  }

  private static String decode(String key) {
    return key.indexOf('%') < 0 ? key : java.net.URLDecoder.decode(key.replace("+", "%2B"), UTF_8);
  }

  private static IRI iri(String iri) {
    return VALUES.createIRI(iri);
  }
}
