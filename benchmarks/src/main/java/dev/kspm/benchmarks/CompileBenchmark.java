package dev.kspm.benchmarks;

import dev.kspm.Kspm;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the rule files to a {@link Kspm} that is ready to scan: every built-in rule and library is
 * parsed and compiled.
 *
 * <p>{@code java -jar benchmarks/target/benchmarks.jar CompileBenchmark}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CompileBenchmark {
  /** All built-in rules. */
  @Benchmark
  public Kspm builtInRules() {
    return Kspm.builder().build();
  }
}
