package dev.kspm.cli.rego;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What the versions of opa offer. */
final class CapabilityVersions {
  private static final String FILE = "opa-versions.txt";

  /**
   * What one version offers.
   *
   * @param builtins names
   */
  record Offer(Set<String> features, Set<String> futureKeywords, Set<String> builtins) {
    Offer {
      features = Set.copyOf(features);
      futureKeywords = Set.copyOf(futureKeywords);
      builtins = Set.copyOf(builtins);
    }
  }

  private final Map<String, Offer> offers = new LinkedHashMap<>();

  private CapabilityVersions(List<String> lines) {
    Set<String> features = Set.of();
    Set<String> keywords = Set.of();
    Set<String> builtins = new TreeSet<>();
    for (String line : lines) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      if (parts.size() > 1) {
        features = changed(features, parts.get(1));
        keywords = changed(keywords, parts.get(2));
        builtins.addAll(words(parts.get(3)));
      }
      offers.put(parts.get(0), new Offer(features, keywords, builtins));
    }
  }

  /** All versions, the oldest first. */
  static Map<String, Offer> read() {
    try (InputStream file =
        Objects.requireNonNull(CapabilityVersions.class.getResourceAsStream(FILE), FILE)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new CapabilityVersions(text.lines().toList()).offers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> changed(Set<String> before, String words) {
    return words.equals("=") ? before : words(words);
  }

  private static Set<String> words(String words) {
    return words.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(words.split(" ")));
  }
}
