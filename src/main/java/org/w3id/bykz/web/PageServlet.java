package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;

/** Answers GET and HEAD with a reply; nothing else is allowed. */
final class PageServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Function<HttpServletRequest, Reply> page;

  PageServlet(Function<HttpServletRequest, Reply> page) {
    this.page = page;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getMethod()) {
      case "GET", "HEAD" -> reply(request).send(request, response);
      case "OPTIONS" -> {
        response.setHeader("Allow", "GET, HEAD, OPTIONS");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      default -> {
        response.setHeader("Allow", "GET, HEAD, OPTIONS");
        Reply.problem(405, "This server is for reading; only GET and HEAD are answered here.")
            .send(request, response);
      }
    }
  }

  private Reply reply(HttpServletRequest request) {
    try {
      return page.apply(request);
    } catch (QueryCancelledException e) {
      return Reply.problem(503, "This page took too long to make; ask /sparql for a part of it.");
    } catch (QueryExceptionHTTP e) {
      return Reply.problem(502, "The SPARQL service behind these pages does not answer.");
    }
  }
}
