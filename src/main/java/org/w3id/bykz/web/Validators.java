package org.w3id.bykz.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Spares the work on queries and graphs that a client has already: the data stay as they are while
 * a server runs, so the request and the moment of publication make the tag (RFC 9110, section 8.8).
 */
record Validators(Instant published) implements Filter {

  /** Functions of SPARQL whose value is another each time. */
  private static final Pattern CHANGING =
      Pattern.compile("\\b(?:now|rand|uuid|struuid|bnode)\\s*\\(", Pattern.CASE_INSENSITIVE);

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    if (isSteady(asked)) {
      Validator validator = validator(asked);
      validator.mark(answer);
      answer.addHeader("Vary", "Accept");
      if (validator.isKnownTo(asked)) {
        answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  /** Whether the answer is the same as long as the data are. */
  static boolean isSteady(HttpServletRequest asked) {
    if (!asked.getMethod().equals("GET") && !asked.getMethod().equals("HEAD")) {
      return false;
    }
    String query = asked.getParameter("query");
    return query == null || !CHANGING.matcher(query).find();
  }

  private Validator validator(HttpServletRequest asked) {
    String request = asked.getRequestURI() + "?" + asked.getQueryString();
    return Validator.of(published + "\n" + request + "\n" + asked.getHeader("Accept"))
        .since(published);
  }
}
