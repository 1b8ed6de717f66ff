package org.w3id.bykz.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3id.bykz.curation.Correction;
import org.w3id.bykz.curation.Curated;
import org.w3id.bykz.curation.Curated.Unfit;
import org.w3id.bykz.curation.Curation;
import org.w3id.bykz.loader.LoadException;

/** Which corrections fitted texts that were read, so that none is lost without a word. */
final class Corrected {

  private final Curation curation;
  private final boolean whole;
  private final Set<Correction> seen = new HashSet<>();
  private final List<Unfit> unfit = new ArrayList<>();

  /**
   * @param whole whether every text was read that a correction may speak of
   */
  Corrected(Curation curation, boolean whole) {
    this.curation = curation;
    this.whole = whole;
  }

  void add(Curated curated) {
    seen.addAll(curated.fit());
    curated.unfit().forEach(each -> seen.add(each.correction()));
    unfit.addAll(curated.unfit());
  }

  /** Names those that fit nothing, and gives the exit code. */
  int tell(App app) {
    List<Unfit> lost = new ArrayList<>(unfit);
    if (whole) {
      curation.all().stream()
          .filter(each -> !seen.contains(each))
          .map(
              each ->
                  new Unfit(
                      each,
                      "fits nothing, as there is no "
                          + each.act().subject()
                          + "; correct it or take it out",
                      false))
          .forEach(lost::add);
    }
    int code = 0;
    for (Unfit each : lost) {
      if (each.isNeedless()) {
        app.console().tell("remark: " + each.sentence());
      } else {
        code = app.failed(new LoadException(each.sentence()));
      }
    }
    return code;
  }
}
