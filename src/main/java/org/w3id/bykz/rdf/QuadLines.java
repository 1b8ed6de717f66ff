package org.w3id.bykz.rdf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.Arrays;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.base.CoreDatatype;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.nquads.NQuadsWriter;

/**
 * Rio's writer of N-Quads, but for values that it would write character by character: text is
 * copied run by run between the characters that must be escaped, an IRI as it was written before,
 * as most stand in many lines. The lines are the same. Statements have no triples for terms.
 */
final class QuadLines extends NQuadsWriter {

  /** What may not stand in an IRI as it is (N-Quads, IRIREF), beside control characters. */
  private static final boolean[] SPECIAL_IN_IRI = specials(" <>\"{}|^`\\");

  private static final boolean[] SPECIAL_IN_TEXT = specials("\"\\");

  /** The last character of ASCII; what it begins is not plain in an IRI. */
  private static final char DELETE = 0x7f;

  /** How many of the IRIs written last are kept as written. */
  private static final int KEPT = 1 << 10;

  private final Utf8Writer out;
  private final IRI[] kept = new IRI[KEPT];

  private static final byte[] END = {'.', '\n'};

  /** The {@link #kept} as they stand in a line, with the space after them. */
  private final byte[][] written = new byte[KEPT][];

  QuadLines(Utf8Writer out) {
    super(out);
    this.out = out;
  }

  private static boolean[] specials(String characters) {
    boolean[] special = new boolean[DELETE];
    Arrays.fill(special, 0, ' ', true);
    characters.chars().forEach(character -> special[character] = true);
    return special;
  }

  @Override
  public void handleStatement(Statement statement) {
    try {
      write(statement.getSubject());
      write(statement.getPredicate());
      write(statement.getObject());
      write(statement.getContext());
      out.writeAscii(END);
    } catch (IOException e) {
      throw new RDFHandlerException(e);
    }
  }

  /** A term and the space after it. */
  private void write(Value value) throws IOException {
    if (value instanceof IRI iri) {
      writeIri(iri);
    } else if (value instanceof Literal literal) {
      writeLiteral(literal);
    } else {
      writeValue(value);
      out.write(' ');
    }
  }

  private void writeIri(IRI iri) throws IOException {
    int hash = iri.hashCode();
    int place = (hash ^ hash >>> 16) & KEPT - 1;
    if (iri != kept[place] && !iri.equals(kept[place])) {
      if (!isPlainIri(iri.stringValue())) {
        writeValue(iri);
        out.write(' ');
        return;
      }
      kept[place] = iri;
      written[place] = ("<" + iri.stringValue() + "> ").getBytes(US_ASCII);
    }
    out.writeAscii(written[place]);
  }

  private static boolean isPlainIri(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= DELETE || SPECIAL_IN_IRI[c]) {
        return false;
      }
    }
    return true;
  }

  private void writeLiteral(Literal literal) throws IOException {
    out.write('"');
    writeText(literal.getLabel());
    out.write('"');
    if (literal.getLanguage().isPresent()) {
      out.write('@');
      out.write(literal.getLanguage().get());
      out.write(' ');
    } else if (literal.getCoreDatatype() == CoreDatatype.XSD.STRING) {
      out.write(' ');
    } else {
      out.write("^^");
      writeIri(literal.getDatatype());
    }
  }

  private void writeText(String text) throws IOException {
    int from = 0;
    while (true) {
      int special = nextSpecial(text, from);
      out.write(text, from, special - from);
      if (special == text.length()) {
        return;
      }
      writeEscaped(text.charAt(special));
      from = special + 1;
    }
  }

  private void writeEscaped(char character) throws IOException {
    switch (character) {
      case '"' -> out.write("\\\"");
      case '\\' -> out.write("\\\\");
      case '\n' -> out.write("\\n");
      case '\r' -> out.write("\\r");
      case '\t' -> out.write("\\t");
      default -> out.write(character);
    }
  }

  /** Where the next special character stands, from a place on; the text's end if there is none. */
  private static int nextSpecial(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < DELETE && SPECIAL_IN_TEXT[c]) {
        return i;
      }
    }
    return text.length();
  }
}
