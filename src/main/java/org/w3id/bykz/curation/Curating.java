package org.w3id.bykz.curation;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.Modality;
import org.w3id.bykz.claim.Polarity;
import org.w3id.bykz.claim.Role;
import org.w3id.bykz.claim.Value;
import org.w3id.bykz.curation.Correction.Addition;
import org.w3id.bykz.curation.Correction.Amendment;
import org.w3id.bykz.curation.Correction.Rejection;
import org.w3id.bykz.curation.Correction.Replacement;
import org.w3id.bykz.curation.Correction.Target;
import org.w3id.bykz.curation.Curated.Former;
import org.w3id.bykz.curation.Curated.Touched;
import org.w3id.bykz.curation.Curated.Unfit;
import org.w3id.bykz.text.CodePoints;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Span;

/**
 * Corrects the claims of one document: first what things are, wherever they are named, then claim
 * by claim, as long as a correction fits; at last come the claims that were missed. A correction
 * may so name a claim by what it was or by what other corrections made of it.
 */
final class Curating {

  /** What a curator looked at is no guess any more. */
  private static final double SURE = 1;

  private static final String RULE = "added-by-hand";
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Document document;
  private final CodePoints points;
  private final List<Correction> own;
  private final Map<String, Correction> everywhere;
  private final Names names;
  private final List<Item> items = new ArrayList<>();
  private final Set<Correction> fit = new LinkedHashSet<>();
  private final List<Unfit> unfit = new ArrayList<>();

  /** A claim on its way: as it was read, as it is now, and the names that it had. */
  private static final class Item {
    private final Optional<Claim> read;
    private Claim claim;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<Correction> by = new LinkedHashSet<>();
    private Optional<String> about = Optional.empty();
    private boolean isRejected;

    Item(Optional<Claim> read, Claim claim) {
      this.read = read;
      this.claim = claim;
    }
  }

  /** That a correction cannot be applied, and why. */
  private static final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final boolean isNeedless;

    Misfit(String why, boolean isNeedless) {
      super(why);
      this.isNeedless = isNeedless;
    }
  }

  Curating(
      Document document,
      List<Claim> claims,
      List<Correction> own,
      Map<String, Correction> everywhere,
      Names names) {
    this.document = document;
    this.points = new CodePoints(document.text());
    this.own = own;
    this.everywhere = everywhere;
    this.names = names;
    for (Claim claim : claims) {
      Item item = new Item(Optional.of(claim), claim);
      become(item, claim);
      items.add(item);
    }
  }

  Curated curated() {
    List<Correction> pending = new ArrayList<>(own);
    pending.removeIf(each -> each.act() instanceof Addition);
    while (pending.removeIf(this::applies)) {}
    own.stream().filter(each -> each.act() instanceof Addition).forEach(this::add);
    pending.forEach(this::tell);
    return result();
  }

  /** Gives an item a new claim, in which all things are what they are taken for. */
  private void become(Item item, Claim claim) {
    item.claim = claim;
    item.known.add(names.of(claim));
    for (Optional<Correction> next = next(item); next.isPresent(); next = next(item)) {
      replace(item, next.get());
    }
  }

  private Optional<Correction> next(Item item) {
    return everywhere.isEmpty()
        ? Optional.empty()
        : things(item).stream().filter(everywhere::containsKey).findFirst().map(everywhere::get);
  }

  private List<String> things(Item item) {
    List<String> things = new ArrayList<>(values(item.claim).map(names::of).toList());
    about(item).ifPresent(things::add);
    return things;
  }

  /** All that a claim names: what fills its roles, and who says it. */
  static Stream<Value> values(Claim claim) {
    return Stream.concat(
        claim.roles().values().stream().flatMap(List::stream), claim.attributedTo().stream());
  }

  private Optional<String> about(Item item) {
    return item.about.or(() -> names.about(item.claim));
  }

  private void replace(Item item, Correction correction) {
    Replacement act = (Replacement) correction.act();
    if (about(item).filter(act.thing()::equals).isPresent()) {
      item.about = Optional.of(act.instead());
    } else {
      Value.Entity instead = act.entity().orElseThrow();
      Map<Role, List<Value>> roles = new EnumMap<>(Role.class);
      item.claim.roles().forEach((role, values) -> roles.put(role, with(values, act, instead)));
      Claim c = item.claim;
      Optional<Value.Entity> speaker =
          c.attributedTo().map(who -> names.of(who).equals(act.thing()) ? instead : who);
      item.claim = claim(c, roles, c.modality(), c.polarity(), speaker, c.confidence());
      item.known.add(names.of(item.claim));
    }
    item.by.add(correction);
    fit.add(correction);
  }

  /** Each value once, as two of them may be one now. */
  private List<Value> with(List<Value> values, Replacement act, Value instead) {
    Map<String, Value> replaced = new LinkedHashMap<>();
    for (Value value : values) {
      String name = names.of(value);
      replaced.putIfAbsent(
          name.equals(act.thing()) ? names.of(instead) : name,
          name.equals(act.thing()) ? instead : value);
    }
    return List.copyOf(replaced.values());
  }

  private static Claim claim(
      Claim before,
      Map<Role, List<Value>> roles,
      Modality modality,
      Polarity polarity,
      Optional<Value.Entity> speaker,
      double confidence) {
    return new Claim(
        before.document(),
        before.frame(),
        roles,
        modality,
        polarity,
        speaker,
        before.span(),
        before.quote(),
        confidence,
        before.foundBy());
  }

  /** A thing that a correction names by its IRI alone is called what the text calls it. */
  private Value.Entity named(Value.Entity entity) {
    if (!entity.label().isEmpty()) {
      return entity;
    }
    String name = names.of(entity);
    return items.stream()
        .flatMap(item -> item.read.stream())
        .flatMap(Curating::values)
        .filter(value -> names.of(value).equals(name))
        .map(Value.Entity.class::cast)
        .findFirst()
        .orElseThrow(
            () ->
                new Misfit(
                    "names " + name + ", which nobody calls anything; give it an rdfs:label",
                    false));
  }

  /** Whether a correction fits now. */
  private boolean applies(Correction correction) {
    try {
      apply(correction);
      return true;
    } catch (Misfit e) {
      return false;
    }
  }

  private void tell(Correction correction) {
    try {
      apply(correction);
    } catch (Misfit e) {
      unfit.add(new Unfit(correction, e.getMessage(), isNeedless(correction)));
    }
  }

  /** To all of its claims in this document, or to none. */
  private void apply(Correction correction) {
    List<Item> found = targets(correction).stream().map(this::find).toList();
    if (correction.act() instanceof Replacement replacement) {
      for (Item item : found) {
        if (!things(item).contains(replacement.thing())) {
          throw new Misfit(
              "fits a claim that does not speak of " + replacement.thing() + "; correct it", false);
        }
      }
    }
    found.forEach(item -> apply(correction, item));
  }

  private List<Target> targets(Correction correction) {
    return correction.act().targets().stream()
        .filter(target -> target.document().equals(document.id()))
        .toList();
  }

  private Item find(Target target) {
    Optional<Item> named =
        target
            .iri()
            .flatMap(iri -> standing(item -> item.known.contains(iri)).stream().findFirst());
    if (named.isPresent()) {
      return named.get();
    }
    String where = "source " + document.id();
    if (target.like().isEmpty()) {
      throw new Misfit("fits no claim of " + where + "; describe the claim or take it out", false);
    }
    Description like = target.like().get();
    List<Span> places = places(like.quote());
    if (places.isEmpty()) {
      throw new Misfit("quotes words that do not stand in " + where + ": " + like.quote(), false);
    }
    List<Item> found = standing(item -> isLike(item, like, places));
    if (found.size() != 1) {
      throw new Misfit(
          found.isEmpty()
              ? "fits no claim of " + where + "; correct it or take it out"
              : "fits %d claims of %s alike; name a role that tells them apart"
                  .formatted(found.size(), where),
          false);
    }
    return found.get(0);
  }

  private List<Item> standing(Predicate<Item> filter) {
    return items.stream().filter(item -> !item.isRejected).filter(filter).toList();
  }

  /** Where words stand in the text, whatever space is between them. */
  private List<Span> places(String quote) {
    String words =
        SPACE.splitAsStream(quote.strip()).map(Pattern::quote).collect(Collectors.joining("\\s+"));
    return Pattern.compile(words)
        .matcher(document.text())
        .results()
        .map(place -> points.span(place.start(), place.end()))
        .toList();
  }

  private boolean isLike(Item item, Description like, List<Span> places) {
    return like.frame().filter(frame -> frame != item.claim.frame()).isEmpty()
        && places.stream().anyMatch(item.claim.span()::overlaps)
        && (says(item.claim, like) || item.read.filter(read -> says(read, like)).isPresent());
  }

  private boolean says(Claim claim, Description like) {
    return like.modality().filter(each -> each != claim.modality()).isEmpty()
        && like.polarity().filter(each -> each != claim.polarity()).isEmpty()
        && (like.attributedTo().isEmpty()
            || claim.attributedTo().map(names::of).equals(like.attributedTo().map(names::of)))
        && like.roles().entrySet().stream()
            .allMatch(
                role ->
                    claim.values(role.getKey()).stream()
                        .map(names::of)
                        .collect(Collectors.toSet())
                        .containsAll(role.getValue().stream().map(names::of).toList()));
  }

  private void apply(Correction correction, Item item) {
    if (correction.act() instanceof Rejection) {
      item.isRejected = true;
    } else if (correction.act() instanceof Amendment amendment) {
      become(item, amended(item.claim, amendment));
    } else if (correction.act() instanceof Replacement) {
      replace(item, correction);
    } else {
      Claim c = item.claim;
      item.claim = claim(c, c.roles(), c.modality(), c.polarity(), c.attributedTo(), SURE);
    }
    item.by.add(correction);
    fit.add(correction);
  }

  private Claim amended(Claim before, Amendment amendment) {
    Description instead = amendment.instead();
    Map<Role, List<Value>> roles = new EnumMap<>(Role.class);
    roles.putAll(before.roles());
    amendment.without().forEach(roles::remove);
    instead.roles().forEach((role, values) -> roles.put(role, named(values)));
    Set<Role> missing = EnumSet.copyOf(before.frame().core());
    missing.removeAll(roles.keySet());
    if (!missing.isEmpty()) {
      throw new Misfit("would leave the claim without its " + keys(missing), false);
    }
    refuseStrange(before.frame().roles(), roles.keySet());
    Optional<Value.Entity> speaker =
        amendment.isOwnVoice()
            ? Optional.empty()
            : instead.attributedTo().map(this::named).or(before::attributedTo);
    return claim(
        before,
        roles,
        instead.modality().orElse(before.modality()),
        instead.polarity().orElse(before.polarity()),
        speaker,
        SURE);
  }

  private static void refuseStrange(Set<Role> known, Set<Role> given) {
    Set<Role> strange = EnumSet.noneOf(Role.class);
    strange.addAll(given);
    strange.removeAll(known);
    if (!strange.isEmpty()) {
      throw new Misfit("gives the claim a " + keys(strange) + ", which its frame has not", false);
    }
  }

  private static String keys(Set<Role> roles) {
    return roles.stream().map(Role::key).collect(Collectors.joining(", "));
  }

  private List<Value> named(List<Value> values) {
    return values.stream()
        .map(value -> value instanceof Value.Entity entity ? named(entity) : value)
        .toList();
  }

  private void add(Correction correction) {
    try {
      Claim claim = added(((Addition) correction.act()).claim());
      Item item = new Item(Optional.empty(), claim);
      become(item, claim);
      String name = names.of(item.claim);
      if (items.stream().anyMatch(each -> !each.isRejected && each.known.contains(name))) {
        throw new Misfit("adds what is found without it; take it out", true);
      }
      item.by.add(correction);
      items.add(item);
      fit.add(correction);
    } catch (Misfit e) {
      unfit.add(new Unfit(correction, e.getMessage(), e.isNeedless));
    }
  }

  private Claim added(Description described) {
    List<Span> places = places(described.quote());
    if (places.size() != 1) {
      throw new Misfit(
          places.isEmpty()
              ? "quotes words that do not stand in source %s: %s"
                  .formatted(document.id(), described.quote())
              : "quotes words that stand %d times in source %s; quote more of them"
                  .formatted(places.size(), document.id()),
          false);
    }
    Map<Role, List<Value>> roles = new EnumMap<>(Role.class);
    described.roles().forEach((role, values) -> roles.put(role, named(values)));
    refuseStrange(described.frame().orElseThrow().roles(), roles.keySet());
    return new Claim(
        document.id(),
        described.frame().orElseThrow(),
        roles,
        described.modality().orElse(Modality.FACT),
        described.polarity().orElse(Polarity.POSITIVE),
        described.attributedTo().map(this::named),
        places.get(0),
        places.get(0).in(document.text()),
        SURE,
        List.of(RULE));
  }

  /** Whether a claim in the same place says already what an amendment asks for. */
  private boolean isNeedless(Correction correction) {
    return correction.act() instanceof Amendment amendment
        && targets(correction).stream()
            .flatMap(target -> target.like().stream())
            .allMatch(
                like -> {
                  List<Span> places = places(like.quote());
                  return standing(item -> isLike(item, like.passage(), places)).stream()
                      .anyMatch(item -> holds(item.claim, amendment));
                });
  }

  private boolean holds(Claim claim, Amendment amendment) {
    return says(claim, amendment.instead())
        && amendment.without().stream().allMatch(role -> claim.values(role).isEmpty())
        && !(amendment.isOwnVoice() && claim.attributedTo().isPresent());
  }

  /** Two claims that became one stand once, by the corrections of both. */
  private Curated result() {
    Map<String, Item> standing = new LinkedHashMap<>();
    List<Item> ordered = new ArrayList<>();
    for (Item item : standing(each -> true)) {
      Item first = standing.putIfAbsent(names.of(item.claim), item);
      if (first == null || first.by.isEmpty() && item.by.isEmpty()) {
        ordered.add(item);
      } else {
        first.by.addAll(item.by);
      }
    }
    ordered.sort(comparingInt(item -> item.claim.span().start()));
    List<Former> former = new ArrayList<>();
    for (Item item : items) {
      String name = item.read.map(names::of).orElse("");
      if (item.read.isPresent() && !standing.containsKey(name)) {
        Optional<Claim> instead =
            Optional.ofNullable(standing.get(names.of(item.claim)))
                .filter(any -> !item.isRejected)
                .map(each -> each.claim);
        former.add(new Former(item.read.get(), List.copyOf(item.by), instead));
      }
    }
    return new Curated(
        ordered.stream().map(item -> item.claim).toList(),
        ordered.stream()
            .filter(item -> !item.by.isEmpty())
            .map(
                item ->
                    new Touched(item.claim, List.copyOf(item.by), item.read.isEmpty(), item.about))
            .toList(),
        former,
        unfit,
        List.copyOf(fit));
  }
}
