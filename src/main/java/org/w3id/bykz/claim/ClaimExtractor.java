package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.w3id.bykz.lexicon.Lexicon;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.FirmNames;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.mention.ScannerWords;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;
import org.w3id.bykz.text.Span;

/**
 * Reads the claims of a document: finds what each sentence names, who speaks in it, lets every
 * frame read it, and says how surely. Immutable and thread-safe.
 */
public final class ClaimExtractor {

  /** The roles that a side of the partnership fills. */
  private static final Set<Role> SIDES =
      EnumSet.of(
          Role.EXPORTER,
          Role.IMPORTER,
          Role.REPORTER,
          Role.PARTNER,
          Role.PARTY,
          Role.PRODUCER,
          Role.PLACE);

  private final Entities entities;
  private final Lexicon lexicon;
  private final Scanners scanners;

  public ClaimExtractor(Lexicon lexicon, ScannerWords words) {
    this.lexicon = lexicon;
    this.scanners = new Scanners(words);
    this.entities = new Entities(lexicon);
  }

  /** A sentence that was read, what its frames made of it, and who speaks in it. */
  record Reading(Scene scene, List<Draft> drafts, Optional<Discourse.Holder> speaker) {}

  /** The claims of a document whose sentences are given, in the order of the text. */
  public List<Claim> extract(Document document, List<Sentence> sentences) {
    Map<Identity, Claim> claims = new LinkedHashMap<>();
    for (Reading reading : read(document, sentences)) {
      for (Draft draft : reading.drafts()) {
        claim(reading, draft).ifPresent(c -> claims.putIfAbsent(Identity.of(c), c));
      }
    }
    return claims.values().stream().sorted(Comparator.comparingInt(c -> c.span().start())).toList();
  }

  /**
   * How each sentence was read, in the order of the text: the same claims as {@link #extract}
   * gives, and what they rest on.
   */
  public List<SentenceReading> explain(Document document, List<Sentence> sentences) {
    return new Explainer(document, read(document, sentences), this::claim).explain(sentences);
  }

  /** Drafts may still grow by what later sentences say, so claims are made when all are read. */
  private List<Reading> read(Document document, List<Sentence> sentences) {
    List<Mentions> readable = new ArrayList<>();
    for (Sentence sentence : sentences) {
      boolean read =
          sentence.zone() != Sentence.Zone.BOILERPLATE
              && sentence.zone() != Sentence.Zone.DATELINE
              && !sentence.tokens().isEmpty();
      if (read) {
        readable.add(Mentions.find(sentence, lexicon));
      }
    }
    String home = home(document, sentences, readable);
    Optional<String> abroad = abroad(home, readable);
    Optional<String> issued = document.source().issued().or(() -> scanners.documentDate(sentences));
    Discourse persons = new Discourse(document, entities, home, abroad, issued);
    Attribution attribution = new Attribution();
    List<List<Draft>> offices = new ArrayList<>();
    List<Scene> scenes = new ArrayList<>();
    OfficeReader officeReader = new OfficeReader();
    FirmNames firms = FirmNames.of(readable, lexicon);
    for (Mentions mentions : readable) {
      Scene scene = new Scene(mentions, persons, entities, firms);
      scenes.add(scene);
      List<Draft> drafts = new ArrayList<>();
      officeReader.read(scene, drafts);
      offices.add(drafts);
      attribution.read(scene);
      persons.speaker(attribution.speaker(offices.size() - 1));
    }
    Discourse discourse = new Discourse(document, entities, home, abroad, issued);
    persons.holders().forEach(discourse::holds);
    List<FrameReader> readers =
        List.of(
            new TradeValueReader(),
            new TradeFlowReader(),
            new AgreementReader(),
            new EventReader(),
            new ProjectReader(),
            new ProductionReader(),
            new CooperationReader(),
            new OtherTimesReader());
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < readable.size(); i++) {
      discourse.speaker(attribution.speaker(i));
      Scene scene = scenes.get(i).again(discourse, scanners);
      List<Draft> drafts = new ArrayList<>(offices.get(i));
      for (FrameReader reader : readers) {
        reader.read(scene, drafts);
      }
      if (scene.products().size() == 1) {
        discourse.product(scene.entity(scene.products().get(0)));
      }
      if (!scene.named().isEmpty()) {
        discourse.persons(scene.named().stream().map(Speakers.Named::holder).toList());
      }
      readings.add(new Reading(scene, drafts, attribution.speaker(i)));
    }
    return readings;
  }

  /** What makes two readings of one sentence the same claim. */
  record Identity(
      Frame frame, Map<Role, List<Value>> roles, Modality modality, Polarity polarity, Span span) {

    static Identity of(Claim claim) {
      return new Identity(
          claim.frame(), claim.roles(), claim.modality(), claim.polarity(), claim.span());
    }
  }

  /**
   * The publisher's country, else that of those who write we, else that of the agency or town of
   * the dateline, else the first of Belarus and Kazakhstan that the text names below its headline.
   */
  private String home(Document document, List<Sentence> sentences, List<Mentions> readable) {
    Optional<String> publisher = document.source().publisherCountry().filter(Discourse::isOurs);
    if (publisher.isPresent()) {
      return publisher.get();
    }
    Optional<String> embassy = embassy(readable);
    if (embassy.isPresent()) {
      return embassy.get();
    }
    Optional<String> first = firstPerson(readable);
    if (first.isPresent()) {
      return first.get();
    }
    List<Mention> dateline = new ArrayList<>();
    for (Sentence sentence : sentences) {
      if (sentence.zone() == Sentence.Zone.DATELINE && !sentence.tokens().isEmpty()) {
        dateline.addAll(Mentions.find(sentence, lexicon).in(Layer.PARTY));
      }
    }
    return ours(Few.of(dateline).filter(p -> p.is("organisation")).toList())
        .or(() -> ours(dateline))
        .or(() -> ours(readable, false))
        .or(() -> ours(readable, true))
        .orElse("BY");
  }

  /** Whose ambassador a Russian release is on: О поездке Посла Беларуси в Актюбинскую область. */
  private Optional<String> embassy(List<Mentions> readable) {
    boolean release =
        Few.of(readable)
            .findFirst()
            .filter(m -> m.sentence().zone() == Sentence.Zone.HEADLINE)
            .filter(m -> m.token(0).is("о") || m.token(0).is("об"))
            .filter(m -> Few.of(m.in(Layer.OFFICE)).anyMatch(ClaimExtractor::isEnvoy))
            .isPresent();
    return Few.of(release ? readable : List.<Mentions>of())
        .flatMap(
            m ->
                Few.of(m.in(Layer.PARTY))
                    .filter(
                        p ->
                            p.is("country")
                                && Few.of(m.in(Layer.OFFICE))
                                    .anyMatch(o -> isEnvoy(o) && o.to() == p.from())))
        .flatMap(p -> Few.of(entities.country(p.concept())))
        .filter(Discourse::isOurs)
        .findFirst();
  }

  /** Where they are who write, not say, that they send something to the other land: we sold to. */
  private Optional<String> firstPerson(List<Mentions> readable) {
    Set<String> homes = new HashSet<>();
    for (Mentions m : readable) {
      boolean we =
          Few.of(m.in(Layer.WORD))
              .anyMatch(w -> w.concept().value("refers").filter("speaker"::equals).isPresent());
      Set<String> lands = new HashSet<>();
      boolean goal = false;
      for (Mention party : m.in(Layer.PARTY)) {
        entities.country(party.concept()).filter(Discourse::isOurs).ifPresent(lands::add);
        goal |= m.isWord(party.from() - 1, "goal");
      }
      boolean quoted = false;
      for (int i = 0; i < m.size(); i++) {
        quoted |= m.token(i).is("\"");
      }
      if (we && goal && !quoted && lands.size() == 1) {
        homes.add(Discourse.counterpart(lands.iterator().next()));
      }
    }
    return homes.size() == 1 ? Optional.of(homes.iterator().next()) : Optional.empty();
  }

  private static boolean isEnvoy(Mention office) {
    return office.concept().key().equals("ambassador");
  }

  private Optional<String> ours(List<Mentions> readable, boolean headlines) {
    for (Mentions m : readable) {
      if (headlines || m.sentence().zone() != Sentence.Zone.HEADLINE) {
        Optional<String> ours = ours(m.in(Layer.PARTY));
        if (ours.isPresent()) {
          return ours;
        }
      }
    }
    return Optional.empty();
  }

  /** The first of Belarus and Kazakhstan that one of the parties is of. */
  private Optional<String> ours(List<Mention> parties) {
    for (Mention party : parties) {
      Optional<String> ours = entities.country(party.concept()).filter(Discourse::isOurs);
      if (ours.isPresent()) {
        return ours;
      }
    }
    return Optional.empty();
  }

  /** The third country that a text names more often than the other one of ours. */
  private Optional<String> abroad(String home, List<Mentions> readable) {
    Map<String, Integer> named = new TreeMap<>();
    for (Mentions m : readable) {
      for (Mention party : m.in(Layer.PARTY)) {
        entities.country(party.concept()).ifPresent(c -> named.merge(c, 1, Integer::sum));
      }
    }
    named.remove(home);
    int other = named.getOrDefault(Discourse.counterpart(home), 0);
    return named.entrySet().stream()
        .filter(country -> country.getValue() > other && country.getKey().length() == 2)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /** Whether what is told as a fact is trade of a time to come. */
  private static boolean isToCome(Scene scene, Draft draft) {
    return scene.language() == Language.RU
        && (draft.frame == Frame.TRADE_VALUE || draft.frame == Frame.TRADE_FLOW)
        && Few.of(draft.values(Role.PERIOD))
            .anyMatch(p -> p instanceof Value.Date date && scene.discourse.isToCome(date.edtf()));
  }

  /** Whether all sides of what a draft says are known to be of third countries. */
  private static boolean isForeign(Discourse discourse, Draft draft) {
    boolean told = false;
    for (Role side : SIDES) {
      for (Value value : draft.values(side)) {
        String country = value instanceof Value.Entity entity ? discourse.countryOf(entity) : "";
        if (country.isEmpty() || Discourse.isOurs(country)) {
          return false;
        }
        told = true;
      }
    }
    return told;
  }

  private Optional<Claim> claim(Reading reading, Draft draft) {
    Scene scene = reading.scene();
    Mood mood = scene.mood();
    boolean unsigned =
        draft.frame == Frame.TRADE_FLOW
            && mood.isInDocument(draft)
            && mood.polarity(draft.anchor) == Polarity.NEGATIVE;
    if (!draft.isComplete()
        || unsigned
        || draft.frame != Frame.EVENT && isForeign(scene.discourse, draft)
        || draft.frame != Frame.OFFICE && mood.isSilent(draft.anchor)) {
      return Optional.empty();
    }
    Modality told = draft.modality().orElseGet(() -> mood.ofClaim(draft));
    Sentence sentence = scene.sentence();
    String text = scene.discourse.document().text();
    Optional<Value.Entity> speaker =
        draft.isOwnVoice() ? Optional.empty() : reading.speaker().map(Discourse.Holder::person);
    return Optional.of(
        new Claim(
            scene.discourse.document().id(),
            draft.frame,
            draft.roles(),
            told == Modality.FACT && isToCome(scene, draft) ? Modality.PLANNED : told,
            draft.polarity().orElseGet(() -> mood.polarity(draft.anchor)),
            speaker,
            scene.discourse.points().span(sentence.begin(), sentence.end()),
            text.substring(sentence.begin(), sentence.end()),
            draft.confidence(),
            draft.foundBy()));
  }
}
