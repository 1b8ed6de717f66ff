package org.w3id.bykz.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/**
 * Says in the head of rows that were cut that they were, and where they go on, since what is saved
 * loses its headers: in JSON as link and metadata, in XML as a link. CSV and TSV have no place for
 * it.
 */
final class CutNotes implements Filter {

  /** The attribute of a request with the address of the rows that follow. */
  static final String NEXT = CutNotes.class.getName() + ".next";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(
        request,
        new HttpServletResponseWrapper((HttpServletResponse) response) {
          @Override
          public ServletOutputStream getOutputStream() throws IOException {
            ServletOutputStream out = super.getOutputStream();
            String type = String.valueOf(getContentType());
            if (!(request.getAttribute(NEXT) instanceof String next)) {
              return out;
            }
            if (type.contains("json")) {
              String head = "\"head\": {";
              return new Inserting(out, head, head + json(next, getHeader(Descriptions.CUT)));
            }
            String link = "  <link href=\"%s\"/>%n  </head>".formatted(next.replace("&", "&amp;"));
            return type.contains("xml") ? new Inserting(out, "</head>", link) : out;
          }
        });
  }

  private static String json(String next, String limit) {
    JsonArray link = new JsonArray();
    link.add(next);
    JsonObject metadata = new JsonObject();
    metadata.put("cut", true);
    metadata.put("limit", Long.parseLong(limit));
    return " \"link\": %s, \"metadata\": %s,".formatted(link, metadata);
  }

  /** Replaces the first of some text, which comes early. */
  private static final class Inserting extends ForwardingOutputStream {

    private final String place;
    private final String text;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private boolean isDone;

    Inserting(ServletOutputStream out, String place, String text) {
      super(out);
      this.place = place;
      this.text = text;
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      if (isDone) {
        out.write(bytes, start, length);
        return;
      }
      head.write(bytes, start, length);
      String soFar = head.toString(StandardCharsets.ISO_8859_1);
      if (soFar.contains(place)) {
        isDone = true;
        int at = soFar.indexOf(place);
        String whole = soFar.substring(0, at) + text + soFar.substring(at + place.length());
        out.write(whole.getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }
}
