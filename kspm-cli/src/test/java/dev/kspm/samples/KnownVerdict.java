package dev.kspm.samples;

import dev.kspm.evaluation.Verdict;
import dev.kspm.rego.Json;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A verdict that is certain from reading the documents.
 *
 * @param framework {@code id@version}
 * @param control the control's number
 * @param resource a node's or cluster's name, or {@code Kind/namespace/name}
 * @param expect PASS or FAIL
 * @param because the place and its value
 */
record KnownVerdict(
    String framework, String control, String resource, Verdict expect, String because) {
  /** The versions that the samples' README names. */
  private static final Map<String, String> VERSIONS =
      Map.of("cis-kubernetes", "1.12", "cis-eks", "1.8.0", "cis-aks", "1.8");

  static List<KnownVerdict> read(Path file) throws IOException {
    List<KnownVerdict> known = new ArrayList<>();
    for (var entry : (ArrayValue) Json.read(Files.readAllBytes(file))) {
      ObjectValue object = (ObjectValue) entry;
      String framework = text(object, "framework");
      known.add(
          new KnownVerdict(
              framework + "@" + VERSIONS.get(framework),
              text(object, "control"),
              text(object, "resource"),
              Verdict.valueOf(text(object, "expect")),
              text(object, "because")));
    }
    return known;
  }

  /** The type of the resource that a node is, from its description. */
  static String nodeType(Path file) throws IOException {
    return text((ObjectValue) Json.read(Files.readAllBytes(file)), "resourceType");
  }

  private static String text(ObjectValue object, String key) {
    return ((StringValue) object.lookup(StringValue.of(key))).value();
  }

  KnownVerdict withResource(String name) {
    return new KnownVerdict(framework, control, name, expect, because);
  }

  @Override
  public String toString() {
    return framework + " " + control + " " + resource + " " + expect;
  }
}
