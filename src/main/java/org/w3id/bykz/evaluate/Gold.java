package org.w3id.bykz.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.w3id.bykz.loader.LoadException;

/**
 * What a careful reader found in texts.
 *
 * @param faults lines that are no claims, a sentence each
 */
public record Gold(List<ClaimLine> claims, List<LoadException> faults) {

  private static final String BYTE_ORDER_MARK = "\ufeff";

  public Gold {
    claims = List.copyOf(claims);
    faults = List.copyOf(faults);
  }

  /** Reads JSON Lines; blank lines are passed over. */
  public static Gold read(Path file) throws LoadException {
    List<ClaimLine> claims = new ArrayList<>();
    List<LoadException> faults = new ArrayList<>();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String json = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        if (!json.isBlank()) {
          try {
            claims.add(ClaimLine.parse(json));
          } catch (IllegalArgumentException e) {
            faults.add(
                new LoadException(
                    "%s, line %d, was left out: %s".formatted(file, number, e.getMessage()), e));
          }
        }
      }
    } catch (CharacterCodingException e) {
      throw new LoadException(file + " is not in UTF-8; save it as UTF-8 and try again", e);
    } catch (IOException e) {
      String reason = Files.exists(file) ? e.getMessage() : "there is no such file";
      throw new LoadException("Cannot read the gold " + file + ": " + reason, e);
    }
    if (claims.isEmpty()) {
      throw new LoadException(
          file
              + " holds no claim; gold has one JSON object a line"
              + (faults.isEmpty() ? "" : ", and line 1: " + faults.get(0).getMessage()));
    }
    return new Gold(claims, faults);
  }

  /** The texts that the claims are of, in the order in which they come. */
  public Set<String> documents() {
    Set<String> documents = new LinkedHashSet<>();
    claims.forEach(claim -> documents.add(claim.document()));
    return documents;
  }

  List<ClaimLine> of(String document) {
    return claims.stream().filter(claim -> claim.document().equals(document)).toList();
  }
}
