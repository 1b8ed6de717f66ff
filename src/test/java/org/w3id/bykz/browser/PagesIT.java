package org.w3id.bykz.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.w3id.bykz.browser.Visit.Look;

/** What holds of every page, in each way of looking at it. */
class PagesIT {

  /** Each width and each scheme of colours once: what one does to the other is seen in pictures. */
  private static final Set<Look> EXAMINED = Set.of(Look.DESKTOP, Look.PHONE_DARK);

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "pages.csv")
  void isWithinReachOfEverybody(String name, int status, String path) {
    try (Visit visit = new Visit()) {
      assertThat(visit.open(Site.path(path))).isEqualTo(status);
      List<String> faults = new ArrayList<>();
      for (Look look : Look.values()) {
        visit.look(look);
        if (EXAMINED.contains(look)) {
          visit.barriers().forEach(barrier -> faults.add(look + ": " + barrier));
        }
        if (visit.overflow() > 0) {
          faults.add(look + ": " + visit.overflow() + " pixels wider than the window");
        }
        visit.picture(name + "-" + look.toString().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
      assertThat(faults).isEmpty();
    }
  }
}
