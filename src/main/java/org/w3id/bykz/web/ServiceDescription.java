package org.w3id.bykz.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;

/**
 * Tells what the endpoint is where nothing is asked of it and RDF is accepted (SPARQL 1.1 Service
 * Description, section 2). Who accepts no RDF by name, or says nothing, most likely forgot the
 * query and is told so.
 */
record ServiceDescription(PageServlet page) implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isAsked((HttpServletRequest) request)) {
      page.service(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isAsked(HttpServletRequest request) {
    return List.of("GET", "HEAD").contains(request.getMethod())
        && request.getQueryString() == null
        && request.getHeader("Accept") != null
        && Representation.accepted(Accept.of(request))
            .filter(each -> each.format().isPresent())
            .isPresent();
  }
}
