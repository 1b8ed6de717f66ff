package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.w3id.bykz.view.Reader;

/** What the server itself refuses before any of our pages is asked, told in the same forms. */
final class Refusals extends ErrorHandler {

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    List<String> accepted = request.getHeaders().getQualityCSV(HttpHeader.ACCEPT);
    String first = accepted.isEmpty() ? "" : accepted.get(0);
    String sentence = sentence(code, message);
    SafetyFilter.tell(
        request.getHttpURI().getCanonicalPath(),
        (name, value) -> response.getHeaders().put(name, value));
    if (first.contains("json")) {
      type(response, "application/problem+json");
      write(response, Problems.json(code, sentence), callback);
    } else if (first.equals("text/html")) {
      type(response, "text/html; charset=utf-8");
      write(response, Problems.page(Reader.ENGLISH, code, sentence), callback);
    } else {
      type(response, "text/plain; charset=utf-8");
      write(response, sentence + "\n", callback);
    }
  }

  private static void type(Response response, String type) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
  }

  private static void write(Response response, String body, Callback callback) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }

  private static String sentence(int code, String message) {
    if (code == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
      return Lengths.SENTENCE;
    }
    String reason = message == null ? HttpStatus.getMessage(code) : message;
    return code < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
        ? "This request cannot be read (%s); / tells what there is.".formatted(reason)
        : "This could not be done; the server goes on.";
  }
}
