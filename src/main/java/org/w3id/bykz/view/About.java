package org.w3id.bykz.view;

import java.util.List;

/**
 * What this is, how well it reads, and how it is had and cited.
 *
 * @param version of the data; empty if they have none
 * @param quality how well each kind of claim is read
 * @param coverage how much of each source gave claims
 */
public record About(
    String version, List<Link> citations, String sparql, Listing quality, Listing coverage) {

  public About {
    citations = List.copyOf(citations);
  }
}
