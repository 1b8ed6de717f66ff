package org.w3id.bykz.lexicon;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.w3id.bykz.text.Language;

/** Reads the tag sets of the dictionaries: Penn Treebank, Morphy's German, AOT's Russian. */
final class Tags {

  private static final Map<String, Set<Feature>> ENGLISH =
      Map.ofEntries(
          Map.entry("NN", EnumSet.of(Feature.NOUN, Feature.SINGULAR)),
          Map.entry("NNS", EnumSet.of(Feature.NOUN, Feature.PLURAL)),
          Map.entry("NNP", EnumSet.of(Feature.NOUN, Feature.PROPER)),
          Map.entry("NNPS", EnumSet.of(Feature.NOUN, Feature.PROPER, Feature.PLURAL)),
          Map.entry("JJ", EnumSet.of(Feature.ADJECTIVE)),
          Map.entry("JJR", EnumSet.of(Feature.ADJECTIVE)),
          Map.entry("JJS", EnumSet.of(Feature.ADJECTIVE)),
          Map.entry("RB", EnumSet.of(Feature.ADVERB)),
          Map.entry("RBR", EnumSet.of(Feature.ADVERB)),
          Map.entry("RBS", EnumSet.of(Feature.ADVERB)),
          Map.entry("VB", EnumSet.of(Feature.VERB, Feature.INFINITIVE)),
          Map.entry("VBP", EnumSet.of(Feature.VERB, Feature.FINITE)),
          Map.entry("VBZ", EnumSet.of(Feature.VERB, Feature.FINITE)),
          Map.entry("VBD", EnumSet.of(Feature.VERB, Feature.FINITE, Feature.PAST)),
          Map.entry("VBN", EnumSet.of(Feature.VERB, Feature.PARTICIPLE)),
          Map.entry("VBG", EnumSet.of(Feature.VERB, Feature.GERUND)),
          Map.entry("MD", EnumSet.of(Feature.VERB, Feature.FINITE)),
          Map.entry("IN", EnumSet.of(Feature.PREPOSITION)));

  private static final Map<String, Set<Feature>> PARTS =
      Map.ofEntries(
          // German
          Map.entry("SUB", EnumSet.of(Feature.NOUN)),
          Map.entry("EIG", EnumSet.of(Feature.NOUN, Feature.PROPER)),
          Map.entry("PA1", EnumSet.of(Feature.ADJECTIVE, Feature.PARTICIPLE)),
          Map.entry("PA2", EnumSet.of(Feature.PARTICIPLE)),
          Map.entry("VER", EnumSet.of(Feature.VERB)),
          Map.entry("PRT", EnumSet.of(Feature.FINITE, Feature.PAST)),
          Map.entry("PR\u00c4", EnumSet.of(Feature.FINITE)),
          Map.entry("KJ1", EnumSet.of(Feature.FINITE)),
          Map.entry("KJ2", EnumSet.of(Feature.FINITE)),
          Map.entry("INF", EnumSet.of(Feature.INFINITIVE)),
          Map.entry("NOM", EnumSet.of(Feature.NOMINATIVE)),
          Map.entry("GEN", EnumSet.of(Feature.GENITIVE)),
          Map.entry("DAT", EnumSet.of(Feature.DATIVE)),
          Map.entry("AKK", EnumSet.of(Feature.ACCUSATIVE)),
          Map.entry("SIN", EnumSet.of(Feature.SINGULAR)),
          Map.entry("PLU", EnumSet.of(Feature.PLURAL)),
          // Russian
          Map.entry("NN", EnumSet.of(Feature.NOUN)),
          Map.entry("Name", EnumSet.of(Feature.PROPER)),
          Map.entry("Fam", EnumSet.of(Feature.SURNAME)),
          Map.entry("VB", EnumSet.of(Feature.VERB)),
          Map.entry("Real", EnumSet.of(Feature.FINITE, Feature.PRESENT)),
          Map.entry("Fut", EnumSet.of(Feature.FINITE, Feature.FUTURE)),
          Map.entry("Past", EnumSet.of(Feature.PAST)),
          Map.entry("PT", EnumSet.of(Feature.PARTICIPLE, Feature.ADJECTIVE)),
          Map.entry("PT_Short", EnumSet.of(Feature.PARTICIPLE, Feature.FINITE)),
          Map.entry("DPT", EnumSet.of(Feature.GERUND)),
          Map.entry("ADJ_Short", EnumSet.of(Feature.FINITE)),
          Map.entry("Nom", EnumSet.of(Feature.NOMINATIVE)),
          Map.entry("R", EnumSet.of(Feature.GENITIVE)),
          Map.entry("D", EnumSet.of(Feature.DATIVE)),
          Map.entry("V", EnumSet.of(Feature.ACCUSATIVE)),
          Map.entry("T", EnumSet.of(Feature.INSTRUMENTAL)),
          Map.entry("P", EnumSet.of(Feature.LOCATIVE)),
          Map.entry("Sin", EnumSet.of(Feature.SINGULAR)),
          Map.entry("PL", EnumSet.of(Feature.PLURAL)),
          // both
          Map.entry("ADJ", EnumSet.of(Feature.ADJECTIVE)),
          Map.entry("ADV", EnumSet.of(Feature.ADVERB)),
          Map.entry("PRP", EnumSet.of(Feature.PREPOSITION)),
          Map.entry("PREP", EnumSet.of(Feature.PREPOSITION)));

  private Tags() {}

  static boolean isVerb(String tag) {
    return tag.startsWith("V") || tag.startsWith("PT") || tag.startsWith("DPT");
  }

  static void read(String tag, Language language, EnumSet<Feature> into) {
    if (language == Language.EN) {
      Set<Feature> features = ENGLISH.get(tag.split(":", 2)[0]);
      if (features != null) {
        into.addAll(features);
      }
      return;
    }
    String[] parts = tag.split(":");
    if (tag.startsWith("VER") && tag.contains(":3:SIN:KJ1")) {
      into.add(Feature.REPORTED);
    }
    for (String part : parts) {
      Set<Feature> features = PARTS.get(part);
      if (features != null) {
        into.addAll(features);
      }
    }
    if (parts[0].equals("VB")
        && Arrays.stream(parts).noneMatch(p -> p.equals("INF"))
        && parts.length > 1) {
      into.add(Feature.FINITE);
    }
  }
}
