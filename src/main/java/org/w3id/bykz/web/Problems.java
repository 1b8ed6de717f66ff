package org.w3id.bykz.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.web.HttpSC;
import org.w3id.bykz.view.Reader;
import org.w3id.bykz.view.Sheet;

/**
 * Gives a client that asks for JSON its refusals as problem details (RFC 9457) and a browser a page
 * that leads on, whoever of the server refuses; all others get the sentence as plain text.
 */
final class Problems implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    Accept accept = Accept.of(asked);
    Refusable refusable = new Refusable((HttpServletResponse) response);
    if (accept.prefersJson()) {
      chain.doFilter(request, refusable);
      refusable.tell("application/problem+json", Problems::json);
    } else if (accept.prefersPages()) {
      chain.doFilter(request, refusable);
      refusable.tell("text/html; charset=utf-8", (status, why) -> page(asked, status, why));
    } else {
      chain.doFilter(request, response);
    }
  }

  static String json(int status, String sentence) {
    JsonBuilder problem = JsonBuilder.create().startObject();
    problem.pair("title", HttpSC.getMessage(status)).pair("status", status);
    if (!sentence.isEmpty()) {
      problem.pair("detail", sentence);
    }
    return problem.finishObject().build() + "\n";
  }

  private static String page(HttpServletRequest request, int status, String sentence) {
    return page(Readers.of(request), status, sentence);
  }

  static String page(Reader reader, int status, String sentence) {
    String title = reader.word("problem." + status).orElseGet(() -> reader.say("problem"));
    return Page.of("problem", Sheet.of(reader, title, "/"), abbreviated(sentence));
  }

  /** What was asked stands in the sentence, however long. */
  private static String abbreviated(String sentence) {
    int most = 400;
    return sentence.codePointCount(0, sentence.length()) > most
        ? sentence.substring(0, sentence.offsetByCodePoints(0, most)) + " …"
        : sentence;
  }

  /** Holds back the sentence of a refusal; everything else goes through. */
  private static final class Refusable extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream sentence = new ByteArrayOutputStream();
    private boolean isOwnForm;

    Refusable(HttpServletResponse response) {
      super(response);
    }

    private boolean isHeld() {
      return getStatus() >= HttpServletResponse.SC_BAD_REQUEST && !isOwnForm;
    }

    @Override
    public void setContentType(String type) {
      isOwnForm = type != null && !type.startsWith("text/plain");
      super.setContentType(type);
    }

    /** Passed over for a refusal: its length changes. */
    @Override
    public void setContentLength(int length) {
      if (getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
        super.setContentLength(length);
      }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      return isHeld() ? new Holding(sentence) : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
      return isHeld() ? new PrintWriter(sentence, true, StandardCharsets.UTF_8) : super.getWriter();
    }

    /** Writes what was held back in a form for whoever asked. */
    void tell(String type, BiFunction<Integer, String, String> form) throws IOException {
      if (!isHeld() || isCommitted()) {
        return;
      }
      String held = sentence.toString(StandardCharsets.UTF_8).strip();
      byte[] body = form.apply(getStatus(), held).getBytes(StandardCharsets.UTF_8);
      super.setContentType(type);
      super.setContentLength(body.length);
      super.getOutputStream().write(body);
    }
  }

  /** A servlet's output that goes into memory. */
  private static final class Holding extends ServletOutputStream {

    private final ByteArrayOutputStream held;

    Holding(ByteArrayOutputStream held) {
      this.held = held;
    }

    @Override
    public void write(int b) {
      held.write(b);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("Refusals are written at once");
    }
  }
}
