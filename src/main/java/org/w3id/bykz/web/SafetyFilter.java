package org.w3id.bykz.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells browsers to run and fetch nothing from elsewhere or from within a page, and to guess no
 * types.
 */
final class SafetyFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'"
            + (isEditor(request) ? " 'unsafe-inline'; img-src 'self' data:" : "; img-src 'self'")
            + "; form-action 'self'; base-uri 'none'; frame-ancestors "
            + (isPreview(request) ? "*" : "'none'"));
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("Referrer-Policy", "no-referrer");
    chain.doFilter(request, response);
  }

  /** The library of the editor styles what it makes within the page. */
  private static boolean isEditor(ServletRequest request) {
    return ((HttpServletRequest) request).getRequestURI().equals(EditorPage.PATH);
  }

  /** What is made to be seen within another page. */
  private static boolean isPreview(ServletRequest request) {
    return ((HttpServletRequest) request).getRequestURI().equals("/reconcile/preview");
  }
}
