package dev.kspm.rego.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.DynamicTest;

/**
 * Decides cases against the list of those that fail, and counts by corpus. One instance for a test
 * class.
 */
public final class Verdicts {
  private final String name;
  private final FailingCases failing = new FailingCases();
  private final Map<String, Count> counts = new LinkedHashMap<>();
  private final Set<String> newlyFailing = new TreeSet<>();

  private static final class Count {
    int all;
    int passed;
    int waiting;
  }

  public Verdicts(String name) {
    this.name = name;
  }

  /** A test of one case that no list excuses. */
  public DynamicTest test(String corpus, String id, String title, Runnable run) {
    return test(corpus, id, title, Set::of, run);
  }

  /**
   * A test of one case: a listed case must fail, and wait for the builtins that are listed with it;
   * any other must pass.
   *
   * @param missing the builtins that we lack and the case calls
   */
  DynamicTest test(
      String corpus, String id, String title, Supplier<Set<String>> missing, Runnable run) {
    Count count = counts.computeIfAbsent(corpus, unused -> new Count());
    count.all++;
    return DynamicTest.dynamicTest(title, () -> decide(id, missing, run, count));
  }

  /** Counts a case that no test runs, as it calls a builtin that we lack. */
  public void missing(String corpus) {
    Count count = counts.computeIfAbsent(corpus, unused -> new Count());
    count.all++;
    count.waiting++;
  }

  private void decide(String id, Supplier<Set<String>> missing, Runnable run, Count count) {
    Throwable failure = failure(run);
    if (failure == null) {
      count.passed++;
      if (failing.contains(id)) {
        throw new AssertionError("passes now: take " + id + " out of failing.txt");
      }
    } else if (failing.contains(id)) {
      assertThat(missing.get())
          .as("builtins that we lack and %s calls", id)
          .isNotEmpty()
          .containsExactlyElementsOf(failing.waitsFor(id));
      count.waiting++;
    } else {
      Set<String> called = missing.get();
      newlyFailing.add(called.isEmpty() ? id : id + " " + String.join(" ", called));
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

  /**
   * Prints the counts, a corpus a line, and writes them, and what fails without being listed, below
   * {@code target/conformance}.
   */
  public void report() {
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (corpus, count) ->
            lines.add(
                "conformance: %s %d/%d".formatted(corpus, count.passed, count.all)
                    + (count.waiting == 0
                        ? ""
                        : ", %d wait for a builtin".formatted(count.waiting))));
    if (lines.isEmpty()) {
      lines.add("conformance: %s: OPA's cases: not given".formatted(name));
    }
    lines.forEach(System.out::println);
    try {
      Path folder = Files.createDirectories(Path.of("target/conformance"));
      Files.write(folder.resolve(name + ".txt"), lines);
      Files.write(folder.resolve(name + ".newly-failing"), newlyFailing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
