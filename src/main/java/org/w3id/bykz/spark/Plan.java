package org.w3id.bykz.spark;

import java.io.Serializable;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3id.bykz.BatchExtractor;
import org.w3id.bykz.text.Sha256;

/**
 * Cuts the records of all files into parts, of which each is extracted by itself: many records of
 * one file, or several files of few. A part's name follows from what is in it and from what is done
 * with it, so that one which is there need not be done again. A file more or less changes few of
 * the parts of small files: they also end where a file's path says so.
 */
final class Plan {

  /** All that cannot be read of so many can be named. */
  static final int MOST_RECORDS = BatchExtractor.NAMED_REFUSALS;

  /** Of the digest: enough to tell as many parts as there will ever be. */
  private static final int NAME_LENGTH = 24;

  /**
   * A file whose records are to be read.
   *
   * @param number of the file, in their order
   * @param records how many it held when it was looked at
   * @param part the first that it is in, of those of the plan
   * @param perPart after so many records the next part begins
   * @param wanted the parts that are not done yet
   */
  record Reading(
      InputFile file, int number, long records, int part, long perPart, Set<Integer> wanted)
      implements Serializable {

    int partOf(long recordNumber) {
      return part + (int) (recordNumber / perPart);
    }
  }

  /** Where a file's records are. */
  private record Place(InputFile.Content content, int part, long perPart) {}

  private final String work;
  private final int most;
  private final List<String> parts = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private MessageDigest open = Sha256.begin();
  private long inOpen;

  private Plan(String work, int most) {
    this.work = work;
    this.most = most;
  }

  /**
   * @param work what is done with the records
   * @param most records of a part
   */
  static Plan of(List<InputFile.Content> files, String work, int most) {
    Plan plan = new Plan(work, most);
    files.forEach(plan::add);
    plan.endOpen();
    return plan;
  }

  private void add(InputFile.Content content) {
    if (content.records() > most) {
      endOpen();
      places.add(new Place(content, parts.size(), most));
      for (long from = 0; from < content.records(); from += most) {
        take(content, from);
        endOpen();
      }
      return;
    }
    if (inOpen + content.records() > most) {
      endOpen();
    }
    places.add(new Place(content, parts.size(), Long.MAX_VALUE));
    take(content, 0);
    if (Math.floorMod(content.file().path().hashCode(), most) == 0) {
      endOpen();
    }
  }

  private void take(InputFile.Content content, long from) {
    InputFile file = content.file();
    Digests.add(open, file.path(), file.known().fields(), content.digest(), from);
    inOpen += content.records();
  }

  private void endOpen() {
    if (inOpen > 0) {
      Digests.add(open, work, most);
      parts.add(Digests.hex(open).substring(0, NAME_LENGTH));
      open = Sha256.begin();
      inOpen = 0;
    }
  }

  /** The names of all parts, in order. */
  List<String> parts() {
    return List.copyOf(parts);
  }

  /** What is to be read for the parts that are not among {@code done}. */
  List<Reading> readings(Set<String> done) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      Reading all =
          new Reading(
              place.content().file(),
              i,
              place.content().records(),
              place.part(),
              place.perPart(),
              new HashSet<>());
      for (int part = all.part(); part <= all.partOf(all.records() - 1); part++) {
        if (!done.contains(parts.get(part))) {
          all.wanted().add(part);
        }
      }
      if (!all.wanted().isEmpty()) {
        readings.add(all);
      }
    }
    return readings;
  }
}
