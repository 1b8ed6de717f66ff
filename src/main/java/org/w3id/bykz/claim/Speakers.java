package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.NameFinder;
import org.w3id.bykz.text.Language;

/** Finds the persons a sentence names, in full, by surname or by office, and who speaks in it. */
final class Speakers {

  private Speakers() {}

  /** A person and the token where the sentence names them. */
  record Named(Discourse.Holder holder, int from, int to) {}

  static List<Named> named(Scene scene) {
    List<Named> named = new ArrayList<>();
    for (Mention person : scene.persons) {
      String name = scene.entity(person).label();
      named.add(
          new Named(
              scene
                  .discourse
                  .holder(name)
                  .orElse(
                      new Discourse.Holder(
                          scene.entity(person),
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty())),
              person.from(),
              person.to()));
    }
    for (Discourse.Holder holder : scene.discourse.holders()) {
      String surname = holder.person().label();
      surname = surname.substring(surname.lastIndexOf(' ') + 1);
      boolean capital = Character.isUpperCase(surname.charAt(0));
      for (int i = 0; i < scene.size(); i++) {
        if ((scene.m.token(i).isCapitalised() || !capital)
            && isForm(scene, i, surname)
            && !covers(named, i)) {
          named.add(new Named(holder, i, i + 1));
        }
      }
    }
    for (Mention office : scene.m.in(Layer.OFFICE)) {
      boolean bare =
          Few.of(scene.persons)
              .noneMatch(
                  p ->
                      NameFinder.officeBefore(scene.m, p.from()).filter(office::equals).isPresent()
                          || NameFinder.officeAfter(scene.m, p.to())
                              .filter(office::equals)
                              .isPresent());
      if (bare
          && scene.m.word(office.to() - 1).is(Feature.PLURAL)
          && !scene.m.word(office.to() - 1).is(Feature.SINGULAR)) {
        Few.of(scene.discourse.holders())
            .filter(h -> h.office().filter(topKey(scene, office)::equals).isPresent())
            .filter(h -> Few.of(named).noneMatch(n -> n.holder().equals(h)))
            .forEach(h -> named.add(new Named(h, office.from(), office.to())));
      } else if (bare) {
        holder(scene, office)
            .filter(h -> Few.of(named).noneMatch(n -> n.holder().equals(h)))
            .or(() -> other(scene, office, named))
            .ifPresent(h -> named.add(new Named(h, office.from(), office.to())));
      }
    }
    return named;
  }

  /** Who holds an office told without a name, of the country beside it where one is named. */
  private static Optional<Discourse.Holder> holder(Scene scene, Mention office) {
    String key = topKey(scene, office);
    Optional<String> land =
        Few.of(scene.parties)
            .filter(p -> p.named() && p.entity().kind() == Value.Kind.COUNTRY)
            .filter(
                p ->
                    p.to() == office.from()
                        || p.from() >= office.to() && p.from() - office.to() <= 1)
            .flatMap(p -> Few.of(p.country()))
            .findFirst();
    List<Discourse.Holder> there =
        Few.of(scene.discourse.holders())
            .filter(h -> h.office().filter(key::equals).isPresent())
            .filter(h -> land.isPresent() && h.country().equals(land))
            .toList();
    return there.isEmpty()
        ? scene.discourse.holderOf(key)
        : Optional.of(there.get(there.size() - 1));
  }

  /** Who held the office in the sentence before, where the one told last stands beside it. */
  private static Optional<Discourse.Holder> other(Scene scene, Mention office, List<Named> named) {
    return Few.of(scene.discourse.persons())
        .filter(h -> h.office().filter(topKey(scene, office)::equals).isPresent())
        .filter(h -> Few.of(named).noneMatch(n -> n.holder().person().equals(h.person())))
        .findFirst();
  }

  private static boolean covers(List<Named> named, int token) {
    for (Named each : named) {
      if (each.from() <= token && token < each.to()) {
        return true;
      }
    }
    return false;
  }

  private static String topKey(Scene scene, Mention office) {
    var top = office.concept();
    while (top.value("broader").flatMap(scene.entities.lexicon()::concept).isPresent()) {
      top = top.value("broader").flatMap(scene.entities.lexicon()::concept).orElseThrow();
    }
    return top.key();
  }

  private static boolean isForm(Scene scene, int i, String surname) {
    String text = scene.m.token(i).text();
    if (text.charAt(0) != surname.charAt(0)) {
      return false;
    }
    if (text.equals(surname)) {
      return true;
    }
    return scene.language() == Language.RU
        && text.length() >= 4
        && surname.length() >= 4
        && Character.isUpperCase(text.charAt(0))
        && text.startsWith(
            surname.substring(0, surname.length() - 2 + (surname.length() > 5 ? 1 : 0)))
        && Math.abs(text.length() - surname.length()) <= 2;
  }
}
