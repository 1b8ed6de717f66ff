package org.w3id.bykz.store;

import org.apache.jena.query.QueryCancelledException;

/** A pattern of REGEX or REPLACE was tried in so many ways that its query was ended. */
public final class PatternException extends QueryCancelledException {

  private static final long serialVersionUID = 1L;

  private final String pattern;

  PatternException(String pattern) {
    this.pattern = pattern;
  }

  @Override
  public String getMessage() {
    return "the pattern \"" + pattern + "\" can match in too many ways; make it simpler";
  }
}
