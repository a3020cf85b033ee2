package dev.kspm.benchmarks;

import dev.kspm.Kspm;
import dev.kspm.ScanResult;
import dev.kspm.connectors.snapshot.SnapshotConnector;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole scan: rules are compiled, the example cluster is read and judged. Runs in the root folder
 * of the project.
 *
 * <p>{@code java -jar benchmarks/target/benchmarks.jar ScanBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ScanBenchmark {
  /** What is scanned. */
  @Param({"docs/examples/cluster"})
  public String snapshot = "";

  /** From files to findings. */
  @Benchmark
  public ScanResult wholeScan() {
    return Kspm.builder().addConnector(SnapshotConnector.of(Path.of(snapshot))).build().scan();
  }
}
