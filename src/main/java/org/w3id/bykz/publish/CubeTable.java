package org.w3id.bykz.publish;

import java.io.OutputStream;
import org.apache.jena.query.Query;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Format;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.TextFile;

/**
 * The cube of trade figures as a table for statistical programs: CSV with one row an observation,
 * and beside it the description by which the table can be read as data (CSV on the Web).
 */
public final class CubeTable {

  /** What the table is called. */
  public static final String NAME = "cube.csv";

  /** What its description is called, after section 5.2 of the model for tabular data. */
  public static final String DESCRIPTION = NAME + "-metadata.json";

  private static final Query ROWS = SparqlFile.bundled("pages/cube");

  private CubeTable() {}

  /** Writes the table, in the order of the observations' names. */
  public static void write(Endpoint endpoint, OutputStream out) {
    endpoint.answer(
        ROWS,
        exec -> {
          Format.CSV.write(exec.select(), out);
          return out;
        });
  }

  /** The description; it names the table as its neighbour. */
  public static String description() {
    return TextFile.bundled("queries/pages/" + DESCRIPTION).text();
  }
}
