package org.w3id.bykz.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.servlet.ResourceServlet;

/**
 * The files of the releases in a folder, for reading: listings, parts of files (Range), and 304 for
 * who has them; and a page of what changed with each. What lies outside the folder does not exist
 * for it.
 */
final class Dumps extends ResourceServlet {

  private static final long serialVersionUID = 1L;

  private final String folder;
  private final PageServlet changes;

  /**
   * @param changes of the release that a request names
   */
  Dumps(Path folder, PageServlet changes) {
    this.folder = folder.toUri().toString();
    this.changes = changes;
  }

  @Override
  public String getInitParameter(String name) {
    return switch (name) {
      case "baseResource" -> folder;
      case "dirAllowed", "etags", "acceptRanges" -> "true";
      default -> null;
    };
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (ChangesPages.isOfRelease(request)) {
      changes.service(request, response);
      return;
    }
    Representation.ofSuffix(request.getRequestURI())
        .ifPresent(form -> response.setContentType(form.mediaType()));
    super.doGet(request, response);
  }
}
