package org.w3id.bykz.lexicon;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.w3id.bykz.text.Language;

/** A form that a concept goes by in a language. */
public record Label(String text, Language language, Form form) {

  private static final Language[] LANGUAGES = Language.values();

  private static final Form[] FORMS = Form.values();

  public enum Form {
    PREFERRED,
    ALTERNATIVE,
    /** For matching only. */
    HIDDEN,
    /** An adjective of the thing, as {@code Belarusian}. */
    ADJECTIVE,
    /** Names the thing only where the context speaks for it. */
    AMBIGUOUS
  }

  @SuppressWarnings("EnumOrdinal") // for the build that writes it alone
  void write(DataOutput out) throws IOException {
    out.writeUTF(text);
    out.writeByte(language.ordinal());
    out.writeByte(form.ordinal());
  }

  /** What {@link #write} wrote. */
  static Label read(DataInput in) throws IOException {
    return new Label(in.readUTF(), LANGUAGES[in.readByte()], FORMS[in.readByte()]);
  }
}
