package org.w3id.bykz.query;

import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.w3id.bykz.store.Store;

/** A fresh store in memory with the named graphs of a TriG file beside the tests. */
final class Example {

  private Example() {}

  static DatasetGraph read(String name) {
    DatasetGraph data = DatabaseMgr.createDatasetGraph();
    Store.asServed(data);
    String file = Example.class.getResource(name).toString();
    Txn.executeWrite(data, () -> RDFDataMgr.read(data, file));
    return data;
  }
}
