package org.w3id.bykz.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Answers that were given before, the ones asked for last: of data that do not change, the same
 * query in the same form has the same answer. Their age is told; who sends {@code Cache-Control:
 * no-cache} has it worked out anew (RFC 9111, sections 5.1 and 5.2.1.4).
 */
final class KeptAnswers implements Filter {

  /** Bytes of all answers together, and of one. */
  private static final int MOST = 32_000_000;

  private static final int MOST_OF_ONE = 2_000_000;

  private final Recent<Answer> answers = new Recent<>(MOST, answer -> answer.body.size());

  private record Answer(
      String type, Map<String, List<String>> headers, ByteArrayOutputStream body, Instant given) {

    void send(HttpServletResponse response) throws IOException {
      headers.forEach(
          (name, values) -> {
            response.setHeader(name, null);
            values.forEach(value -> response.addHeader(name, value));
          });
      response.setHeader("Age", Long.toString(Duration.between(given, Instant.now()).toSeconds()));
      response.setContentType(type);
      response.setContentLength(body.size());
      body.writeTo(response.getOutputStream());
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    if (!asked.getMethod().equals("GET") || !Validators.isSteady(asked)) {
      chain.doFilter(request, response);
      return;
    }
    String key = asked.getQueryString() + "\n" + asked.getHeader("Accept");
    boolean anew = String.valueOf(asked.getHeader("Cache-Control")).contains("no-cache");
    Optional<Answer> kept = answers.get(key).filter(each -> !anew);
    if (kept.isPresent()) {
      kept.get().send(answer);
      return;
    }
    Copying copying = new Copying(answer);
    chain.doFilter(request, copying);
    copying.answer().ifPresent(each -> answers.put(key, each));
  }

  /** Keeps a copy of what is sent, as long as it is short. */
  private static final class Copying extends HttpServletResponseWrapper {

    private final Map<String, List<String>> before;
    private Map<String, List<String>> headers = Map.of();
    private Optional<Copy> copy = Optional.empty();

    Copying(HttpServletResponse response) {
      super(response);
      this.before = all();
    }

    private Map<String, List<String>> all() {
      Map<String, List<String>> all = new TreeMap<>();
      getHeaderNames().forEach(name -> all.put(name, List.copyOf(getHeaders(name))));
      return all;
    }

    /** What the query alone has set, before anything is packed for this client. */
    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      if (copy.isEmpty()) {
        copy = Optional.of(new Copy(super.getOutputStream()));
        headers = all();
        headers.entrySet().removeIf(header -> before.entrySet().contains(header));
      }
      return copy.get();
    }

    Optional<Answer> answer() {
      return copy.filter(each -> getStatus() == SC_OK && each.isWhole)
          .map(each -> new Answer(getContentType(), headers, each.bytes, Instant.now()));
    }
  }

  private static final class Copy extends ForwardingOutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean isWhole = true;

    Copy(ServletOutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] more, int start, int length) throws IOException {
      boolean fits = isWhole && bytes.size() + length <= MOST_OF_ONE;
      sent(() -> out.write(more, start, length));
      isWhole &= fits;
      if (isWhole) {
        bytes.write(more, start, length);
      } else {
        bytes.reset();
      }
    }

    /** What fails when the client is gone leaves half an answer, which nobody else is to get. */
    private void sent(Step step) throws IOException {
      try {
        step.run();
      } catch (IOException e) {
        isWhole = false;
        throw e;
      }
    }

    private interface Step {
      void run() throws IOException;
    }

    @Override
    public void flush() throws IOException {
      sent(out::flush);
    }

    @Override
    public void close() throws IOException {
      sent(out::close);
    }
  }
}
