package org.w3id.bykz.query;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/** How rows are written. */
public enum Format {
  /** Aligned, for people. */
  TABLE,
  /** SPARQL 1.1 Query Results CSV. */
  CSV,
  /** SPARQL 1.1 Query Results TSV. */
  TSV,
  /** SPARQL 1.1 Query Results JSON. */
  JSON;

  /** Writes all rows; UTF-8 whatever the platform. */
  public void write(RowSet rows, OutputStream out) {
    switch (this) {
      case TABLE -> {
        PrintWriter writer =
            new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), false);
        Table.of(rows).print(writer);
        writer.flush();
      }
      case CSV -> writer(ResultSetLang.RS_CSV).write(out, rows, Context.emptyContext());
      case TSV -> writer(ResultSetLang.RS_TSV).write(out, rows, Context.emptyContext());
      case JSON -> writer(ResultSetLang.RS_JSON).write(out, rows, Context.emptyContext());
    }
  }

  /** Writes the answer of an ASK. */
  public void write(boolean answer, OutputStream out) {
    if (this == JSON) {
      writer(ResultSetLang.RS_JSON).write(out, answer, Context.emptyContext());
    } else {
      new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true).println(answer);
    }
  }

  private static RowSetWriter writer(Lang lang) {
    return RowSetWriterRegistry.getFactory(lang).create(lang);
  }
}
