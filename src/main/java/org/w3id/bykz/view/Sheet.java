package org.w3id.bykz.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.query.Query;
import org.w3id.bykz.query.Endpoint;

/**
 * What every page has around its content.
 *
 * @param address of the page with its parameters, but for the language
 * @param made the queries that it was made from
 * @param forms where the same is had otherwise
 */
public record Sheet(
    Reader reader, String title, String address, List<Made> made, List<Link> forms) {

  public Sheet {
    made = List.copyOf(made);
    forms = List.copyOf(forms);
  }

  /** A page of words alone. */
  public static Sheet of(Reader reader, String title, String address) {
    return new Sheet(reader, title, address, List.of(), List.of());
  }

  /** A query, and where its answer is had as data. */
  public record Made(String title, String sparql, List<Link> forms) {

    public Made {
      forms = List.copyOf(forms);
    }

    /** A query that is asked at the endpoint itself. */
    public static Made of(String title, Query query, Endpoint endpoint) {
      String text = query.toString();
      String address = endpoint.address() + "?query=" + encoded(text) + "&output=";
      return new Made(
          title,
          text,
          List.of(new Link("CSV", address + "csv"), new Link("JSON", address + "json")));
    }

    /** Where it can be changed; the query stays in the browser. */
    public String editor() {
      return "/editor#query=" + encoded(sparql);
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
  }

  /** The same page in another language. */
  public String in(String language) {
    return address + (address.contains("?") ? "&" : "?") + "language=" + language;
  }

  public String say(String key, Object... arguments) {
    return reader.say(key, arguments);
  }
}
