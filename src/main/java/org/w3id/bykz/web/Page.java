package org.w3id.bykz.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.w3id.bykz.view.Sheet;

/** Writes a template of {@code src/main/jte} with the record it shows. */
final class Page {

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private Page() {}

  /** The page: a template of the parameters {@code sheet} and {@code page}. */
  static String of(String template, Sheet sheet, Object content) {
    return of(template, Map.of("sheet", sheet, "page", content));
  }

  /** A page that stands within another and has nothing around it. */
  static String bare(String template, Object content) {
    return of(template, Map.of("page", content));
  }

  private static String of(String template, Map<String, Object> parameters) {
    StringOutput output = new StringOutput();
    TEMPLATES.render(template + ".jte", parameters, output);
    return output.toString();
  }
}
