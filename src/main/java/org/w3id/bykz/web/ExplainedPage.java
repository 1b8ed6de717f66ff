package org.w3id.bykz.web;

import java.util.Optional;
import org.w3id.bykz.query.Explanation;

/**
 * A query, and why it gives nothing, as a page shows it.
 *
 * @param query may be empty, where none was asked yet
 * @param explanation empty if the query gives something
 */
public record ExplainedPage(String query, Optional<Explanation> explanation) {}
