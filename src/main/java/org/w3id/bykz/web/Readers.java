package org.w3id.bykz.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3id.bykz.view.Reader;

/**
 * Finds out in which language somebody reads: as the address says, else as was chosen before, else
 * as the browser prefers, else English. Keeps a choice in a cookie that says nothing else.
 */
final class Readers implements Filter {

  private static final String LANGUAGE = "language";
  private static final Pattern CHOSEN = Pattern.compile("(?:^|&)language=([a-z]{2})(?:&|$)");

  static Reader of(HttpServletRequest request) {
    return chosen(request)
        .or(() -> kept(request))
        .or(() -> preferred(request))
        .orElse(Reader.ENGLISH);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (Accept.of(asked).prefersPages()) {
      chosen(asked).ifPresent(reader -> keep(reader, (HttpServletResponse) response));
    }
    chain.doFilter(request, response);
  }

  private static void keep(Reader reader, HttpServletResponse response) {
    Cookie cookie = new Cookie(LANGUAGE, reader.language());
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }

  /** Read from the address alone: the parameters of a posted query are no concern of pages. */
  private static Optional<Reader> chosen(HttpServletRequest request) {
    return Optional.ofNullable(request.getQueryString())
        .map(CHOSEN::matcher)
        .filter(Matcher::find)
        .flatMap(found -> Reader.of(found.group(1)));
  }

  private static Optional<Reader> kept(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(LANGUAGE))
        .flatMap(cookie -> Reader.of(cookie.getValue()).stream())
        .findFirst();
  }

  private static Optional<Reader> preferred(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return Optional.empty();
    }
    return Collections.list(request.getLocales()).stream()
        .map(Locale::getLanguage)
        .flatMap(language -> Reader.of(language).stream())
        .findFirst();
  }
}
