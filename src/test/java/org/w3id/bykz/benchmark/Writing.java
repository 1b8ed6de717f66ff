package org.w3id.bykz.benchmark;

import java.util.List;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.w3id.bykz.benchmark.Figures.Measured;
import org.w3id.bykz.rdf.QuadWriterBenchmark;

/** Tells what {@link QuadWriterBenchmark} measures. */
public final class Writing {

  private Writing() {}

  public static void main(String[] args) throws RunnerException {
    Figures figures = Figures.of("write");
    for (RunResult result :
        new Runner(new OptionsBuilder().include(QuadWriterBenchmark.class.getName()).build())
            .run()) {
      Result<?> primary = result.getPrimaryResult();
      figures.add(
          "documents of about 260 quads",
          primary.getLabel(),
          List.of(
              new Measured("documents/s", primary.getScore()),
              new Measured("± documents/s", primary.getScoreError())));
    }
  }
}
