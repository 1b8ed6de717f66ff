package org.w3id.bykz.text;

/**
 * A text as published, byte for byte as it was decoded from UTF-8, with what is known of its source
 * and the language it is read in.
 */
public record Document(Source source, Language language, String text) {

  public String id() {
    return source.id();
  }
}
