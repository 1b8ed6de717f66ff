package org.w3id.bykz.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses what is too long to be a question, before it is read. */
final class Lengths implements Filter {

  static final int MOST = 1_000_000;

  private static final long DRAINED = 16L * MOST;

  static final String SENTENCE =
      "A request of more than %,d bytes is not read; ask in several, or join with VALUES in parts."
          .formatted(MOST);

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getContentLengthLong() > MOST) {
      // A client that still sends would not read why it is refused.
      request.getInputStream().skip(DRAINED);
      Reply.problem(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, SENTENCE)
          .send((HttpServletRequest) request, (HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
