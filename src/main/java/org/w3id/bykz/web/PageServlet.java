package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.eclipse.jetty.http.HttpException;
import org.w3id.bykz.store.UsageException;

/** Answers GET and HEAD, and POST of forms where that is taken, with a reply. */
final class PageServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Function<HttpServletRequest, Reply> page;
  private final boolean takesForms;

  PageServlet(Function<HttpServletRequest, Reply> page) {
    this(page, false);
  }

  /**
   * @param takesForms whether a form may be posted, as where its parameters are too long for GET
   */
  PageServlet(Function<HttpServletRequest, Reply> page, boolean takesForms) {
    this.page = page;
    this.takesForms = takesForms;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getMethod()) {
      case "GET", "HEAD" -> reply(request).send(request, response);
      case "OPTIONS" -> {
        response.setHeader("Allow", allowed());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      default -> {
        if (takesForms && request.getMethod().equals("POST")) {
          reply(request).send(request, response);
          return;
        }
        response.setHeader("Allow", allowed());
        Reply.problem(
                405, "This server is for reading; only %s are answered here.".formatted(allowed()))
            .send(request, response);
      }
    }
  }

  private String allowed() {
    return takesForms ? "GET, HEAD, OPTIONS, POST" : "GET, HEAD, OPTIONS";
  }

  private Reply reply(HttpServletRequest request) {
    try {
      return page.apply(request);
    } catch (UsageException e) {
      return Reply.problem(400, e.getMessage());
    } catch (HttpException.RuntimeException e) {
      return Reply.problem(e.getCode(), "The form cannot be read: " + e.getReason() + ".");
    } catch (QueryCancelledException e) {
      return Reply.problem(503, "This page took too long to make; ask /sparql for a part of it.");
    } catch (OutOfMemoryError e) {
      return Reply.problem(503, "This page needs more memory than there is; ask for a part of it.");
    } catch (QueryExceptionHTTP e) {
      return Reply.problem(502, "The SPARQL service behind these pages does not answer.");
    }
  }
}
