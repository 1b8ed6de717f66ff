package org.w3id.bykz.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.eclipse.jetty.http.HttpException;

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
      return;
    }
    try {
      // Here, since others would take a form that cannot be read for a fault of theirs.
      request.getParameterMap();
    } catch (HttpException.RuntimeException e) {
      refusal(e).send((HttpServletRequest) request, (HttpServletResponse) response);
      return;
    }
    chain.doFilter(request, response);
  }

  private static Reply refusal(HttpException.RuntimeException e) {
    int tooLong = HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
    boolean isTooLong =
        Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
            .anyMatch(cause -> cause instanceof HttpException told && told.getCode() == tooLong);
    return isTooLong
        ? Reply.problem(tooLong, SENTENCE)
        : Reply.problem(e.getCode(), "The form cannot be read: " + e.getReason() + ".");
  }

  /** The body of a request, or 413 if it is too long, however small it was packed. */
  static byte[] read(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        ServletOps.error(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, SENTENCE);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
