package dev.kspm.benchmarks;

import dev.kspm.Kspm;
import dev.kspm.ScanResult;
import dev.kspm.resource.ResourceSnapshot;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All built-in rules on a cluster with many pods, evidence included, on one thread.
 *
 * <p>{@code java -jar benchmarks/target/benchmarks.jar EvaluateBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EvaluateBenchmark {
  /** How many resources the cluster has. */
  @Param({"1000"})
  public int resources;

  private Kspm kspm;
  private ResourceSnapshot snapshot;

  /** Makes the cluster and compiles the rules. */
  @Setup
  public void setup() {
    kspm = Kspm.builder().executor(Runnable::run).build();
    snapshot = SyntheticCluster.ofPods(resources);
  }

  /** One scan of what has been read already. */
  @Benchmark
  public ScanResult allRules() {
    return kspm.scan(snapshot);
  }
}
