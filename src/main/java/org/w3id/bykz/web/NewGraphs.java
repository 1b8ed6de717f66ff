package org.w3id.bykz.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.w3id.bykz.store.Prefixes;

/**
 * Gives a graph that is posted without a name one, and tells it (SPARQL 1.1 Graph Store HTTP
 * Protocol, section 5.5).
 */
final class NewGraphs implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (!asked.getMethod().equals("POST")
        || asked.getQueryString() != null
        || !isOneGraph(asked.getContentType())) {
      chain.doFilter(request, response);
      return;
    }
    String graph = Prefixes.BASE + "graph/" + UUID.randomUUID();
    String query = "graph=" + Wish.encoded(graph);
    ((HttpServletResponse) response).setHeader("Location", asked.getRequestURI() + "?" + query);
    chain.doFilter(new Named(asked, graph, query), response);
  }

  private static boolean isOneGraph(String contentType) {
    Lang lang =
        contentType == null
            ? null
            : RDFLanguages.contentTypeToLang(contentType.split(";")[0].strip());
    return lang != null && RDFLanguages.isTriples(lang) && !RDFLanguages.isQuads(lang);
  }

  private static final class Named extends HttpServletRequestWrapper {

    private final String graph;
    private final String query;

    Named(HttpServletRequest request, String graph, String query) {
      super(request);
      this.graph = graph;
      this.query = query;
    }

    @Override
    public String getQueryString() {
      return query;
    }

    @Override
    public String getParameter(String name) {
      return name.equals("graph") ? graph : null;
    }

    @Override
    public String[] getParameterValues(String name) {
      return name.equals("graph") ? new String[] {graph} : null;
    }
  }
}
