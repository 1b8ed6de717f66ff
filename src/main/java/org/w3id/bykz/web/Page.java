package org.w3id.bykz.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Writes a template of {@code src/main/jte} with the record it shows. */
final class Page {

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private Page() {}

  /** The page. */
  static String of(String template, Object content) {
    StringOutput output = new StringOutput();
    TEMPLATES.render(template + ".jte", content, output);
    return output.toString();
  }
}
