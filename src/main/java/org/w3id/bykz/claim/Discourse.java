package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.mention.DateContext;
import org.w3id.bykz.mention.DateMention;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.text.CodePoints;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Sentence;

/** What a document has spoken of so far, for all that later sentences only point back at. */
final class Discourse {

  /** Two parties whose trade or cooperation is spoken of. */
  record Pair(Value.Entity reporter, Value.Entity partner) {}

  /**
   * A person that the document has named in full.
   *
   * @param office key of the office held, such as {@code governor}
   * @param of what the office is of
   * @param country its code; empty where it is not known
   */
  record Holder(
      Value.Entity person,
      Optional<String> office,
      Optional<Value.Entity> of,
      Optional<String> country) {

    Holder {
      country = country.filter(code -> !code.isEmpty());
    }
  }

  /**
   * A flow that a sentence opened and a list of goods may fill.
   *
   * @param imported whether it was told as what its importers buy
   */
  record Flow(List<Value.Entity> exporters, List<Value.Entity> importers, boolean imported) {}

  /** What a case may leave at the end of a Russian name. */
  private static final Pattern ENDING =
      Pattern.compile("(|[аеиоуыюяьй]|ом|ем|ой|ей|ью|ая|ую|ое|ый|ий|ым|им|ого|ему|ому)");

  private static final int FEWEST_SHARED = 3;

  /** After how many sentences the sides no longer are the firms that were named together. */
  private static final int LONGEST_SIDES = 3;

  /** For how many sentences a field may be that of a document. */
  private static final int LONGEST_DOCUMENT = 2;

  private final Document document;
  private final CodePoints points;
  private final Entities entities;
  private final String home;

  /** The third country that the text speaks of more than of the other one of ours. */
  private final Optional<String> abroad;

  private final Optional<String> issued;
  private DateContext dates;

  /** Latest country or region spoken of, by country; the latest country last. */
  private final LinkedHashMap<String, Value.Entity> recent = new LinkedHashMap<>();

  private final LinkedHashMap<String, Value.Entity> recentRegion = new LinkedHashMap<>();

  /** The regions that the headlines or the first paragraph are about. */
  private final Set<Value.Entity> topics = new LinkedHashSet<>();

  private int paragraph = -1;
  private boolean headline;

  /** The first paragraph of the text proper. */
  private int lead = Integer.MAX_VALUE;

  /** The countries of firms that no vocabulary has, as far as the text tells them. */
  private final Map<String, String> firms = new HashMap<>();

  /** Organisations that no vocabulary has, as first named. */
  private final List<Value.Entity> named = new ArrayList<>();

  private final Map<String, Holder> bySurname = new HashMap<>();
  private final List<Holder> holders = new ArrayList<>();
  private Optional<Holder> speaker = Optional.empty();
  private Optional<Holder> lastSpeaker = Optional.empty();

  /** Those that the text has named since somebody spoke. */
  private final List<Holder> namedSince = new ArrayList<>();

  private Optional<Pair> pair = Optional.empty();
  private Optional<Flow> flow = Optional.empty();
  private int flowParagraph = -1;
  private Optional<Value.Entity> organisation = Optional.empty();

  /** Whether the sentence has named a firm. */
  private boolean firmNamed;

  /** Those spoken of, the latest last. */
  private final Set<Value.Entity> organisations = new LinkedHashSet<>();

  /** The nouns that the text told them by. */
  private final Map<Value.Entity, Set<String>> kinds = new HashMap<>();

  /** The towns last spoken of, by country; the latest country last. */
  private final LinkedHashMap<String, Value.Entity> places = new LinkedHashMap<>();

  private final List<Value.Entity> inSentence = new ArrayList<>();
  private Optional<List<Value.Entity>> sides = Optional.empty();
  private int sidesSentence = -9;
  private int count;
  private List<Holder> persons = List.of();
  private int building = -1;
  private Optional<Value.Entity> topicFirm = Optional.empty();
  private Optional<List<Value.Entity>> signers = Optional.empty();
  private int signersSentence = -9;
  private List<Value.Entity> subjects = List.of();
  private List<Value.Entity> subjectsBefore = List.of();
  private Optional<Value.Entity> organisationBefore = Optional.empty();
  private Optional<Value.Entity> product = Optional.empty();
  private Optional<String> period = Optional.empty();

  /** The latest period that figures were told of, none that is to come. */
  private Optional<String> reported = Optional.empty();

  private int periodParagraph = -1;
  private Optional<String> currency = Optional.empty();

  Discourse(
      Document document,
      Entities entities,
      String home,
      Optional<String> abroad,
      Optional<String> issued) {
    this.abroad = abroad;
    this.document = document;
    this.points = new CodePoints(document.text());
    this.issued = issued;
    this.dates = issued.map(DateContext::issued).orElse(DateContext.UNKNOWN);
    this.entities = entities;
    this.home = home;
  }

  /** What resolves a date of the next sentence. */
  DateContext dates() {
    return dates;
  }

  /** Takes note of the dates of a sentence. */
  void after(Sentence sentence, List<DateMention> found) {
    dates = dates.after(sentence, found);
  }

  /** Whether a date lies after the day of publication, as far as both are known. */
  boolean isToCome(String edtf) {
    return issued
        .filter(day -> !day.startsWith("X") && !edtf.startsWith("X"))
        .filter(
            day -> {
              int told = edtf.endsWith("/..") ? edtf.length() - "/..".length() : edtf.length();
              int length = Math.min(day.length(), Math.min(told, 10));
              return edtf.substring(0, length).compareTo(day.substring(0, length)) > 0;
            })
        .isPresent();
  }

  /** A month or day whose year the text leaves out, of a plan: the next one after publication. */
  String toCome(When when) {
    String edtf = when.edtf();
    boolean known = issued.filter(day -> !day.startsWith("X") && day.length() > 4).isPresent();
    if (!known || !when.resolved() || edtf.length() < 7 || edtf.indexOf('/') > 0) {
      return edtf;
    }
    String day = issued.get();
    int shared = Math.min(edtf.length(), day.length());
    int year = Integer.parseInt(day.substring(0, 4));
    boolean past = edtf.substring(0, shared).compareTo(day.substring(0, shared)) < 0;
    boolean lastYear = edtf.startsWith(Integer.toString(year - 1));
    return past && lastYear ? year + edtf.substring(4) : edtf;
  }

  Document document() {
    return document;
  }

  /** Tells the spans of the document's sentences. */
  CodePoints points() {
    return points;
  }

  /** The country whose voice the publisher speaks with. */
  String home() {
    return home;
  }

  static boolean isOurs(String country) {
    return country.equals("BY") || country.equals("KZ");
  }

  /** The other one of Belarus and Kazakhstan. */
  static String counterpart(String country) {
    return country.equals("BY") ? "KZ" : "BY";
  }

  void mention(Party party) {
    boolean land =
        party.entity().kind() == Value.Kind.COUNTRY || party.entity().kind() == Value.Kind.REGION;
    party
        .country()
        .filter(country -> land)
        .ifPresent(
            country -> {
              recent.remove(country);
              recent.put(country, party.entity());
              if (party.entity().kind() == Value.Kind.REGION) {
                if (headline || paragraph <= lead && party.marker() != Marker.LOCATION) {
                  topics.add(party.entity());
                }
                recentRegion.remove(country);
                recentRegion.put(country, party.entity());
              }
            });
    if (party.isOrganisation()) {
      boolean aside = firmNamed && party.marker() == Marker.COMPANION;
      if (!aside) {
        organisation = Optional.of(party.entity());
      }
      firmNamed = true;
      if (party.named() && !inSentence.contains(party.entity())) {
        inSentence.add(party.entity());
      }
      if (inSentence.size() == 2) {
        sides(inSentence);
      }
      organisations.remove(party.entity());
      organisations.add(party.entity());
      if (!party.entity().linked() && party.country().isPresent()) {
        firms.put(party.entity().key(), party.country().get());
      }
    }
  }

  /**
   * An organisation that no vocabulary has, under the name that the text gave it first: a case
   * changes the end of a name only.
   */
  Value.Entity asNamed(Value.Entity firm) {
    for (Value.Entity known : named) {
      if (known.label().equals(firm.label()) || isInflected(known.label(), firm.label())) {
        return known;
      }
    }
    named.add(firm);
    return firm;
  }

  private static boolean isInflected(String name, String other) {
    String[] words = name.split(" ");
    String[] others = other.split(" ");
    boolean same = words.length == others.length;
    for (int i = 0; same && i < words.length; i++) {
      int shared = 0;
      int shorter = Math.min(words[i].length(), others[i].length());
      while (shared < shorter && words[i].charAt(shared) == others[i].charAt(shared)) {
        shared++;
      }
      same =
          shared >= FEWEST_SHARED
                  && ENDING.matcher(words[i].substring(shared)).matches()
                  && ENDING.matcher(others[i].substring(shared)).matches()
              || words[i].equals(others[i]);
    }
    return same;
  }

  Optional<Value.Entity> recent(String country) {
    return Optional.ofNullable(recent.get(country));
  }

  /** The land last spoken of. */
  Optional<Value.Entity> latest() {
    return last(recent);
  }

  /** Whether the text has spoken of third countries alone. */
  boolean isAbroad() {
    return recent.size() > 1 && recent.keySet().stream().noneMatch(Discourse::isOurs);
  }

  /** The last two lands spoken of, each of another country; none if there are fewer. */
  List<Value.Entity> lastTwo() {
    List<Value.Entity> lands = List.copyOf(recent.values());
    return lands.size() < 2 ? List.of() : lands.subList(lands.size() - 2, lands.size());
  }

  /** The region last spoken of. */
  Optional<Value.Entity> region() {
    return last(recentRegion);
  }

  /** The region of a country last spoken of. */
  Optional<Value.Entity> region(String country) {
    return Optional.ofNullable(recentRegion.get(country));
  }

  private static <T> Optional<T> last(Map<String, T> map) {
    T last = null;
    for (T value : map.values()) {
      last = value;
    }
    return Optional.ofNullable(last);
  }

  /** Who the document is about on one country's side: what it spoke of last. */
  Value.Entity side(String country) {
    return recent(country).orElseGet(() -> country(country));
  }

  /** The region of a country that the text is about, where it spoke of the country last. */
  Value.Entity about(String country) {
    Value.Entity side = side(country);
    return side.kind() == Value.Kind.COUNTRY ? topicOf(country).orElse(side) : side;
  }

  /** The region of a country that the text is about, the one told last. */
  private Optional<Value.Entity> topicOf(String country) {
    return Few.of(topics).filter(topic -> countryOf(topic).equals(country)).last();
  }

  /** The country that the text sees on the other side of one. */
  private String partner(String country) {
    return abroad.filter(third -> country.equals(home)).orElseGet(() -> counterpart(country));
  }

  /** The side that faces {@code country} where no trade is spoken of. */
  Value.Entity facing(String country) {
    boolean ours = isOurs(country);
    String other = partner(country);
    if (ours && (recent(other).isPresent() || headline && abroad.isEmpty())) {
      return side(other);
    }
    return latestBut(country).orElseGet(() -> country(ours ? other : home));
  }

  /** Whether the third country that faces {@code country} has not been spoken of yet. */
  boolean isUntold(String country) {
    return abroad.filter(third -> country.equals(home) && recent(third).isEmpty()).isPresent();
  }

  /** Who stands on the other side of a party of {@code country}, as spoken of last. */
  Value.Entity opposite(String country) {
    if (pair.isPresent()) {
      Value.Entity reporter = pair.get().reporter();
      Value.Entity partner = pair.get().partner();
      if (!country.equals(countryOf(reporter)) && country.equals(countryOf(partner))) {
        return reporter;
      }
      if (!country.equals(countryOf(partner)) && country.equals(countryOf(reporter))) {
        return partner;
      }
    }
    String other = partner(country);
    if (isOurs(country)) {
      return recent(other).orElseGet(() -> latestBut(country).orElseGet(() -> country(other)));
    }
    return latestBut(country).orElseGet(() -> country(home));
  }

  /** The country last spoken of that is another one. */
  Value.Entity lastBut(String country) {
    return latestBut(country)
        .map(side -> country(countryOf(side)))
        .orElseGet(() -> opposite(country));
  }

  private Optional<Value.Entity> latestBut(String country) {
    List<String> countries = new ArrayList<>(recent.keySet());
    for (int i = countries.size() - 1; i >= 0; i--) {
      if (!countries.get(i).equals(country)) {
        return Optional.of(recent.get(countries.get(i)));
      }
    }
    return Optional.empty();
  }

  Value.Entity country(String code) {
    return entities.ofCountry(code);
  }

  /** The country code of a country, region, organisation or person. */
  String countryOf(Value.Entity entity) {
    return switch (entity.kind()) {
      case COUNTRY -> entity.key();
      case REGION -> entity.key().substring(0, 2);
      case PERSON -> holder(entity.label()).flatMap(Holder::country).orElse("");
      default ->
          entities
              .lexicon()
              .concept(entity.kind().key() + "/" + entity.key())
              .flatMap(entities::country)
              .orElseGet(
                  () ->
                      firms.getOrDefault(
                          entity.key(), topicFirm.filter(entity::equals).isPresent() ? home : ""));
    };
  }

  /** Keeps a person with the office that the text gives. */
  void holds(Holder holder) {
    String name = holder.person().label();
    Holder known = bySurname.get(surname(name));
    if (known == null) {
      holders.add(holder);
    } else {
      holders.remove(known);
      holders.add(known.office().isPresent() ? known : holder);
    }
    Holder named = holders.get(holders.size() - 1);
    bySurname.put(surname(name), named);
    namedSince.add(named);
  }

  private static String surname(String name) {
    return name.substring(Math.max(name.lastIndexOf(' '), name.lastIndexOf('.')) + 1);
  }

  Optional<Holder> holder(String name) {
    return Optional.ofNullable(bySurname.get(surname(name)));
  }

  /** The person last named who holds an office. */
  /** Who spoke last, if an office is theirs and no other one of it was named since; else that. */
  Optional<Holder> holderOf(String office) {
    Predicate<Holder> holds = holder -> holder.office().filter(office::equals).isPresent();
    return Few.of(namedSince)
        .filter(holds)
        .last()
        .or(() -> lastSpeaker.filter(holds))
        .or(() -> Few.of(holders).filter(holds).last());
  }

  List<Holder> holders() {
    return holders;
  }

  Optional<Holder> speaker() {
    return speaker;
  }

  void speaker(Optional<Holder> holder) {
    speaker = holder;
    if (holder.isPresent()) {
      lastSpeaker = holder;
      namedSince.clear();
    }
  }

  /**
   * Whom {@code we} means: what the speaker's office is of; where nobody is quoted the firm that
   * the text is about, else the publisher's country.
   */
  Value.Entity ourSide() {
    return speaker
        .flatMap(Holder::of)
        .or(() -> topicFirm.filter(firm -> speaker.isEmpty()))
        .orElseGet(() -> side(ourCountry()));
  }

  String ourCountry() {
    return speaker.flatMap(Holder::country).orElse(home);
  }

  Optional<Pair> pair() {
    return pair;
  }

  void pair(Value.Entity reporter, Value.Entity partner) {
    pair = Optional.of(new Pair(reporter, partner));
  }

  Optional<Flow> flow() {
    return flow;
  }

  /** The paragraph of the sentence that opened the flow. */
  int flowParagraph() {
    return flowParagraph;
  }

  void flow(
      List<Value.Entity> exporters, List<Value.Entity> importers, boolean imported, int paragraph) {
    flowParagraph = paragraph;
    flow = Optional.of(new Flow(List.copyOf(exporters), List.copyOf(importers), imported));
  }

  /** The town last spoken of. */
  Optional<Value.Entity> place() {
    return last(places);
  }

  /** The towns last spoken of on either side; none where one side has none. */
  List<Value.Entity> places() {
    return places.size() < 2 ? List.of() : List.copyOf(places.values());
  }

  void place(Value.Entity town) {
    String country = countryOf(town);
    places.remove(country);
    places.put(country, town);
  }

  /** Whether a paragraph speaks of a plant that is being set up. */
  boolean isBuilding(int paragraph) {
    return building == paragraph;
  }

  void building(int paragraph) {
    building = paragraph;
  }

  /** The person last named, first of those that one sentence names. */
  Optional<Holder> person() {
    return Few.of(persons).findFirst();
  }

  /** The persons whom the sentence that named some last named. */
  List<Holder> persons() {
    return persons;
  }

  /** Of the persons last named the first who is not of a country. */
  Optional<Holder> personNotOf(String country) {
    return Few.of(persons)
        .filter(p -> p.country().filter(c -> !c.equals(country)).isPresent())
        .findFirst();
  }

  /** Of the persons last named the last who is of a country. */
  Optional<Holder> lastPersonOf(String country) {
    return Few.of(persons).filter(p -> p.country().filter(country::equals).isPresent()).last();
  }

  void persons(List<Holder> holders) {
    persons = List.copyOf(holders);
    List<Value.Entity> acting = Few.of(holders).flatMap(h -> Few.of(h.of())).distinct().toList();
    if (acting.size() == 2) {
      sides(acting);
    }
  }

  /** Notes that a sentence begins. */
  void begin(Sentence sentence) {
    headline = sentence.zone() != Sentence.Zone.BODY && sentence.zone() != Sentence.Zone.LIST_ITEM;
    lead = headline ? lead : Math.min(lead, sentence.paragraph());
    if (sentence.paragraph() != paragraph) {
      recent.replaceAll((country, side) -> topic(side));
      pair = pair.map(p -> new Pair(topic(p.reporter()), topic(p.partner())));
      period = reported.or(() -> period);
    }
    subjectsBefore = sentence.paragraph() == paragraph ? subjects : List.of();
    paragraph = sentence.paragraph();
    organisationBefore = organisation;
    firmNamed = false;
    count++;
    inSentence.clear();
  }

  /** The region as far as the text is about it; else its country, which a paragraph returns to. */
  private Value.Entity topic(Value.Entity side) {
    if (side.kind() != Value.Kind.REGION || topics.contains(side)) {
      return side;
    }
    String country = countryOf(side);
    return topicOf(country).orElseGet(() -> country(country));
  }

  /** The organisation last spoken of before this sentence. */
  Optional<Value.Entity> organisationBefore() {
    return organisationBefore;
  }

  Optional<Value.Entity> organisation() {
    return organisation;
  }

  /** The organisations last spoken of, the latest last; none if there are fewer. */
  List<Value.Entity> organisations(int count) {
    List<Value.Entity> all = List.copyOf(organisations);
    return all.size() < count ? List.of() : all.subList(all.size() - count, all.size());
  }

  /** The organisation last spoken of that lies in a region, as far as that is known. */
  Optional<Value.Entity> organisationOf(Concept region) {
    return Few.of(organisations)
        .filter(
            o ->
                entities
                    .lexicon()
                    .concept("organisation/" + o.key())
                    .map(known -> entities.regionOf(known).filter(region::equals).isPresent())
                    .orElseGet(() -> entities.country(region).equals(Optional.of(countryOf(o)))))
        .last();
  }

  /** Who signed the document told in one of the last two sentences, which a field may be of. */
  Optional<List<Value.Entity>> signers() {
    return count - signersSentence <= LONGEST_DOCUMENT ? signers : Optional.empty();
  }

  void signers(List<Value.Entity> two) {
    boolean other = signersSentence == count && !signers.equals(Optional.of(two));
    signers = other ? Optional.empty() : Optional.of(two);
    signersSentence = count;
  }

  /** Who the sentence before was about, where it is in this paragraph; none where persons were. */
  List<Value.Entity> subjects() {
    return subjectsBefore;
  }

  /** Notes who a sentence is about. */
  void subjects(List<Value.Entity> told) {
    subjects = List.copyOf(told);
  }

  /** Notes that a noun, such as plant, tells what an organisation is. */
  void kind(Value.Entity organisation, String noun) {
    kinds.computeIfAbsent(organisation, o -> new HashSet<>(2)).add(noun);
  }

  private boolean isOfKind(Value.Entity organisation, Set<String> nouns) {
    Set<String> told = kinds.getOrDefault(organisation, Set.of());
    List<String> name = List.of(organisation.label().toLowerCase(Locale.ROOT).split("[ -]"));
    return Few.of(nouns)
        .anyMatch(n -> told.contains(n) || name.contains(n.toLowerCase(Locale.ROOT)));
  }

  /** The organisation last spoken of that the first of some nouns, such as plant, has told. */
  Optional<Value.Entity> organisation(Set<String> nouns) {
    for (String noun : nouns) {
      Optional<Value.Entity> told =
          Few.of(organisations).filter(o -> isOfKind(o, Set.of(noun))).last();
      if (told.isPresent()) {
        return told;
      }
    }
    return Optional.empty();
  }

  /** The last two organisations of a kind, each of another country as far as that is known. */
  Optional<List<Value.Entity>> firmsOf(Set<String> nouns) {
    List<Value.Entity> told = Few.of(organisations).filter(o -> isOfKind(o, nouns)).toList();
    return facing(told).or(() -> Optional.of(told).filter(two -> two.size() == 2));
  }

  /** The two organisations that deal with each other, else the last two of two countries. */
  Optional<List<Value.Entity>> firms() {
    return sides().filter(organisations::containsAll).or(() -> facing(List.copyOf(organisations)));
  }

  /** The last two of some organisations that are known to be of two countries. */
  private Optional<List<Value.Entity>> facing(List<Value.Entity> known) {
    for (int last = known.size() - 1; last > 0; last--) {
      String country = countryOf(known.get(last));
      for (int i = last - 1; i >= 0 && !country.isEmpty(); i--) {
        if (!countryOf(known.get(i)).equals(country)) {
          return Optional.of(List.of(known.get(i), known.get(last)));
        }
      }
    }
    return Optional.empty();
  }

  /** The organisation last spoken of but some. */
  Optional<Value.Entity> organisationBut(Set<Value.Entity> some) {
    return Few.of(organisations).filter(o -> !some.contains(o)).last();
  }

  /** The firm that the text is about: it does something in the first headline. */
  Optional<Value.Entity> topicFirm() {
    return topicFirm;
  }

  /** The firm that the text is about, unless it is of a country. */
  Optional<Value.Entity> topicFirmBut(String country) {
    return topicFirm.filter(firm -> !countryOf(firm).equals(country));
  }

  /** Whether no sentence but the first headline has been read. */
  boolean opens() {
    return headline && count == 1;
  }

  void topicFirm(Value.Entity firm) {
    topicFirm = Optional.of(firm);
  }

  /** Two firms that one of the last sentences named, or whom the persons of one act for. */
  Optional<List<Value.Entity>> sides() {
    return count - sidesSentence <= LONGEST_SIDES ? sides : Optional.empty();
  }

  /** The same, of this sentence or the one before: whom the sides then mean. */
  Optional<List<Value.Entity>> latestSides() {
    return sides().filter(two -> count - sidesSentence <= 1);
  }

  private void sides(List<Value.Entity> two) {
    if (!countryOf(two.get(0)).equals(countryOf(two.get(1)))) {
      sides = Optional.of(List.copyOf(two));
      sidesSentence = count;
    }
  }

  Optional<Value.Entity> product() {
    return product;
  }

  void product(Value.Entity entity) {
    product = Optional.of(entity);
  }

  Optional<String> period() {
    return period;
  }

  /** Earlier periods are told to compare, later ones to plan: a paragraph returns from both. */
  void period(String edtf, int paragraph) {
    period = Optional.of(edtf);
    periodParagraph = paragraph;
    boolean earlier = reported.filter(last -> year(edtf).compareTo(year(last)) < 0).isPresent();
    if (!earlier && !isToCome(edtf)) {
      reported = period;
    }
  }

  private static String year(String edtf) {
    return edtf.substring(0, Math.min(edtf.length(), "YYYY".length()));
  }

  /** The paragraph that the period was told in. */
  int periodParagraph() {
    return periodParagraph;
  }

  Optional<String> currency() {
    return currency;
  }

  void currency(String code) {
    currency = Optional.of(code);
  }
}
