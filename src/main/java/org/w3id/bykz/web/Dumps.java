package org.w3id.bykz.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.servlet.ResourceServlet;

/**
 * The files of the releases in a folder, for reading: listings, parts of files (Range), and 304 for
 * who has them. What lies outside the folder does not exist for it.
 */
final class Dumps extends ResourceServlet {

  private static final long serialVersionUID = 1L;

  private final String folder;

  Dumps(Path folder) {
    this.folder = folder.toUri().toString();
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
    Representation.ofSuffix(request.getRequestURI())
        .ifPresent(form -> response.setContentType(form.mediaType()));
    super.doGet(request, response);
  }
}
