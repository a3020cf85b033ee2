package dev.kspm.rego.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;

/**
 * Decides cases against the list of those that fail, and counts by corpus. One instance for a test
 * class.
 */
final class Verdicts {
  private final String name;
  private final FailingCases failing = new FailingCases();
  private final Map<String, int[]> counts = new LinkedHashMap<>();
  private final Set<String> newlyFailing = new TreeSet<>();

  Verdicts(String name) {
    this.name = name;
  }

  /** A test of one case: a listed case must fail, any other must pass. */
  DynamicTest test(String corpus, String id, String title, Runnable run) {
    int[] count = counts.computeIfAbsent(corpus, unused -> new int[2]);
    return DynamicTest.dynamicTest(title, () -> decide(id, run, count));
  }

  private void decide(String id, Runnable run, int[] count) {
    count[1]++;
    Throwable failure = failure(run);
    if (failure == null) {
      count[0]++;
      if (failing.contains(id)) {
        throw new AssertionError("passes now: take " + id + " out of failing.txt");
      }
    } else if (!failing.contains(id)) {
      newlyFailing.add(id);
      throw new AssertionError(id + ": " + failure, failure);
    }
  }

  @SuppressWarnings("CatchingUnchecked") // whatever a listed case fails with, it fails
  private static Throwable failure(Runnable run) {
    try {
      run.run();
      return null;
    } catch (AssertionError | RuntimeException | StackOverflowError e) {
      return e;
    }
  }

  /** Writes the counts, and what fails without being listed, below {@code target/conformance}. */
  void report() {
    StringBuilder line = new StringBuilder();
    counts.forEach(
        (corpus, count) ->
            line.append(line.isEmpty() ? "" : ", ")
                .append(corpus)
                .append(' ')
                .append(count[0])
                .append('/')
                .append(count[1]));
    try {
      Path folder = Files.createDirectories(Path.of("target/conformance"));
      Files.writeString(
          folder.resolve(name + ".txt"),
          name + ": " + (line.isEmpty() ? "OPA's cases: not given" : line) + "\n");
      Files.write(folder.resolve(name + ".newly-failing"), newlyFailing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
