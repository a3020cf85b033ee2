package dev.kspm.rego.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The checked-in list of cases that still fail; it may only shrink. A line is a case and the
 * builtins that it waits for, if any, with a space before each.
 */
final class FailingCases {
  private static final Path LIST = Path.of("src/test/conformance/failing.txt");

  private final Map<String, Set<String>> waitsFor = new TreeMap<>();

  FailingCases() {
    try {
      for (String line : Files.readAllLines(LIST)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          Set<String> words = new TreeSet<>(Set.of(line.strip().split(" ")));
          String id = line.strip().split(" ")[0];
          words.remove(id);
          waitsFor.put(id, words);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean contains(String id) {
    return waitsFor.containsKey(id);
  }

  /** The builtins that a listed case waits for. */
  Set<String> waitsFor(String id) {
    return waitsFor.getOrDefault(id, Set.of());
  }
}
