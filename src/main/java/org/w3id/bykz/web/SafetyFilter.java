package org.w3id.bykz.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BiConsumer;

/**
 * Tells browsers to run and fetch nothing from elsewhere or from within a page, and to guess no
 * types.
 */
final class SafetyFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    tell(
        ((HttpServletRequest) request).getRequestURI(),
        ((HttpServletResponse) response)::setHeader);
    chain.doFilter(request, response);
  }

  /** The headers for what is answered at a path. */
  static void tell(String path, BiConsumer<String, String> header) {
    header.accept(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'"
            + (isEditor(path) ? " 'unsafe-inline'; img-src 'self' data:" : "; img-src 'self'")
            + "; form-action 'self'; base-uri 'none'; frame-ancestors "
            + (isPreview(path) ? "*" : "'none'"));
    header.accept("X-Content-Type-Options", "nosniff");
    header.accept("Referrer-Policy", "no-referrer");
  }

  /** The library of the editor styles what it makes within the page. */
  private static boolean isEditor(String path) {
    return EditorPage.PATH.equals(path);
  }

  /** What is made to be seen within another page. */
  private static boolean isPreview(String path) {
    return "/reconcile/preview".equals(path);
  }
}
