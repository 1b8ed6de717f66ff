package org.w3id.bykz.claim;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Source;

/**
 * A text and the claims that it makes, as a case file has them: a comment in words, a line {@code >
 * text} with {@code |} between paragraphs, and a line a claim. A claim after {@code ?} may be found
 * or not.
 *
 * @param name what holds, in words
 * @param claims as {@link #show} writes them
 */
record ClaimCase(String name, Document document, List<String> claims, List<String> optional) {

  private static final Set<Role> LISTS = Set.of(Role.PARTY, Role.PARTICIPANT, Role.PARTNER);
  private static final Pattern FORM = Pattern.compile("\\b([EIP])(\\d)\\b");
  private static final Pattern LIST = Pattern.compile("\\[([^\\]]*)\\]");

  ClaimCase {
    claims = List.copyOf(claims);
    optional = List.copyOf(optional);
  }

  /** A file of cases, which opens with the lines {@code issued:} and {@code publisher:}. */
  private record CaseFile(Source source, Language language, List<String> blocks) {

    static CaseFile read(Path file) {
      String[] stem = file.getFileName().toString().split("\\.");
      Language language = Language.ofTag(stem[1]).orElseThrow();
      try {
        List<String> blocks = List.of(Files.readString(file).strip().split("\n\n"));
        String[] head = blocks.get(0).split("\n");
        Source source =
            ClaimCase.source(
                stem[0], language, after("issued: ", head[0]), after("publisher: ", head[1]));
        return new CaseFile(source, language, blocks.subList(1, blocks.size()));
      } catch (IOException e) {
        throw new UncheckedIOException("The cases " + file + " cannot be read", e);
      }
    }
  }

  /** The cases of a file, a block each. */
  static List<ClaimCase> read(Path path) {
    CaseFile file = CaseFile.read(path);
    return file.blocks().stream().map(block -> of(block, file.source(), file.language())).toList();
  }

  /**
   * The cases of a file that has parties and goods, each with its forms, and ways in which one says
   * that goods go from a party E to a party I: every way with all of them.
   */
  static List<ClaimCase> ways(Path path) {
    CaseFile file = CaseFile.read(path);
    List<Forms> parties = Forms.read(file.blocks().get(0), "party ");
    List<Forms> goods = Forms.read(file.blocks().get(0), "goods ");
    List<ClaimCase> cases = new ArrayList<>();
    for (String way : file.blocks().get(1).split("\n")) {
      for (Forms from : parties) {
        for (Forms to : parties) {
          if (!from.country().equals(to.country())) {
            goods.forEach(of -> cases.add(way(way, from, to, of, file.source(), file.language())));
          }
        }
      }
    }
    return List.copyOf(cases);
  }

  private static ClaimCase way(
      String way, Forms from, Forms to, Forms goods, Source source, Language language) {
    String[] parts = after("> ", way).split(" \\| ");
    String text =
        FORM.matcher(parts[0])
            .replaceAll(
                m -> {
                  Forms of = m.group(1).equals("E") ? from : m.group(1).equals("I") ? to : goods;
                  return of.forms().get(Integer.parseInt(m.group(2)) - 1);
                });
    String sentence = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    String claim =
        "trade-flow exporter=%s importer=%s product=%s | %s"
            .formatted(from.key(), to.key(), goods.key(), parts[1]);
    return new ClaimCase(
        sentence, new Document(source, language, sentence), List.of(claim), List.of());
  }

  /** A party or goods with the forms that ways take by their numbers. */
  private record Forms(String key, List<String> forms) {

    static List<Forms> read(String block, String kind) {
      return block
          .lines()
          .filter(line -> line.startsWith(kind))
          .map(line -> line.substring(kind.length()).split(": "))
          .map(parts -> new Forms(parts[0], List.of(parts[1].split("; "))))
          .toList();
    }

    String country() {
      return key.substring(0, 2);
    }
  }

  private static Source source(String id, Language language, String issued, String country) {
    return new Source(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.of(country),
        Optional.of(language),
        Optional.of(issued),
        Optional.empty());
  }

  private static ClaimCase of(String block, Source source, Language language) {
    String name = "";
    String text = "";
    List<String> claims = new ArrayList<>();
    List<String> optional = new ArrayList<>();
    for (String line : block.split("\n")) {
      if (line.startsWith("# ")) {
        name = line.substring(2);
      } else if (line.startsWith("> ")) {
        text = line.substring(2);
      } else if (line.startsWith("? ")) {
        optional.add(sorted(line.substring(2)));
      } else {
        claims.add(sorted(line));
      }
    }
    if (text.isEmpty()) {
      throw new IllegalArgumentException("A case without a line > text: " + block);
    }
    Document document = new Document(source, language, text.replace(" | ", "\n\n"));
    return new ClaimCase(name.isEmpty() ? text : name, document, claims, optional);
  }

  private static String after(String key, String line) {
    if (!line.startsWith(key)) {
      throw new IllegalArgumentException("A case file opens with " + key + " but has " + line);
    }
    return line.substring(key.length());
  }

  /** The claims expected where these were found: all but the optional ones that were not. */
  List<String> expected(List<String> found) {
    return Stream.concat(claims.stream(), optional.stream().filter(found::contains))
        .sorted()
        .toList();
  }

  /** A claim as a line of a case file, lists in the order of the alphabet. */
  static String show(Claim claim) {
    String roles =
        claim.roles().entrySet().stream()
            .map(role -> show(claim.frame(), role))
            .collect(joining(" "));
    String negative = claim.polarity() == Polarity.NEGATIVE ? " negative" : "";
    String speaker = claim.attributedTo().map(who -> " @" + name(who)).orElse("");
    return claim.frame().key() + " " + roles + " | " + claim.modality().key() + negative + speaker;
  }

  private static String show(Frame frame, Map.Entry<Role, List<Value>> role) {
    List<String> values = role.getValue().stream().map(ClaimCase::show).sorted().toList();
    boolean list = frame != Frame.TRADE_VALUE && LISTS.contains(role.getKey()) || values.size() > 1;
    return role.getKey().key()
        + "="
        + (list ? "[" + String.join(",", values) + "]" : values.get(0));
  }

  private static String show(Value value) {
    if (value instanceof Value.Entity entity) {
      return name(entity);
    } else if (value instanceof Value.Text text) {
      return text.text();
    } else if (value instanceof Value.Date date) {
      return date.edtf();
    }
    return ((Value.Quantity) value).number().stripTrailingZeros().toPlainString();
  }

  private static String name(Value.Entity entity) {
    return switch (entity.kind()) {
      case PERSON, PLACE -> entity.label();
      default -> entity.linked() ? entity.key() : entity.label();
    };
  }

  /** Lists are sets: their values in the order of the alphabet, as in {@link #show}. */
  private static String sorted(String line) {
    return LIST.matcher(line)
        .replaceAll(
            list ->
                Arrays.stream(list.group(1).split(",")).sorted().collect(joining(",", "[", "]")));
  }
}
