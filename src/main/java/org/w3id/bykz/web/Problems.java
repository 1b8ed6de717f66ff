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
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.web.HttpSC;

/**
 * Gives a client that asks for JSON its refusals as problem details (RFC 9457), whoever of the
 * server refuses; all others get the sentence as plain text.
 */
final class Problems implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!Accept.of((HttpServletRequest) request).prefersJson()) {
      chain.doFilter(request, response);
      return;
    }
    Refusable refusable = new Refusable((HttpServletResponse) response);
    chain.doFilter(request, refusable);
    refusable.tellProblem();
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

    void tellProblem() throws IOException {
      if (!isHeld() || isCommitted()) {
        return;
      }
      String detail = sentence.toString(StandardCharsets.UTF_8).strip();
      JsonBuilder problem = JsonBuilder.create().startObject();
      problem.pair("title", HttpSC.getMessage(getStatus())).pair("status", getStatus());
      if (!detail.isEmpty()) {
        problem.pair("detail", detail);
      }
      byte[] body = (problem.finishObject().build() + "\n").getBytes(StandardCharsets.UTF_8);
      super.setContentType("application/problem+json");
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
