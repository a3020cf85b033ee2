package dev.kspm.rego.differential;

import dev.kspm.rego.Json;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How two verdicts about a module differ.
 *
 * @param kind the nature of the difference, which minimising keeps
 * @param detail both sides
 */
record Disagreement(String kind, String detail) {
  /** The first difference in any mode, or {@code null}. */
  static @Nullable Disagreement between(Map<String, Verdict> ours, Map<String, Verdict> theirs) {
    for (String mode : Verdict.MODES) {
      Verdict their = theirs.get(mode);
      if (their == null || their.errors().stream().anyMatch(e -> e.startsWith("panic:"))) {
        continue;
      }
      Disagreement found = between(mode, Objects.requireNonNull(ours.get(mode)), their);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Disagreement between(String mode, Verdict ours, Verdict theirs) {
    if (!ours.errors().equals(theirs.errors())) {
      return new Disagreement(
          errorKind(ours.errors(), theirs.errors()),
          mode + "\nours   " + ours.errors() + "\ntheirs " + theirs.errors());
    }
    if (!Objects.equals(ours.tree(), theirs.tree())) {
      return treeDifference(mode + " tree", ours.tree(), theirs.tree());
    }
    return null;
  }

  private static String errorKind(List<String> ours, List<String> theirs) {
    List<String> missing = new ArrayList<>(theirs);
    ours.forEach(missing::remove);
    List<String> extra = new ArrayList<>(ours);
    theirs.forEach(extra::remove);
    if (missing.isEmpty() && extra.isEmpty()) {
      return "order or number";
    }
    String ourKind = extra.isEmpty() ? "none" : kind(extra.get(0));
    String theirKind = missing.isEmpty() ? "none" : kind(missing.get(0));
    if (ourKind.equals(theirKind)) {
      return "details or place of: " + ourKind;
    }
    return "ours: " + ourKind + " / theirs: " + theirKind;
  }

  private static String kind(String error) {
    return error
        .replaceAll("(?s) @\\d+:\\d+.*", "")
        .replaceAll("(?s)(?<=[a-z] )(\"[^\"]*\"|`[^`]*`|'[^']*')", "Q")
        .replaceAll(
            "(?s)\\b(var|local|ref|rule|argument|function|import|unused|illegal token) \\S+",
            "$1 N")
        .replaceAll("(?s)data\\.\\S+|__local\\w+|\\b[xyzpqrfk]\\b|\\d+", "N")
        .replaceAll("(?s)(.{90}).*", "$1");
  }

  private static @Nullable Disagreement treeDifference(
      String path, @Nullable Value ours, @Nullable Value theirs) {
    if (Objects.equals(ours, theirs)) {
      return null;
    }
    if (ours instanceof ObjectValue o && theirs instanceof ObjectValue t) {
      List<Value> keys = new ArrayList<>();
      o.forEach((k, v) -> keys.add(k));
      t.forEach((k, v) -> keys.add(k));
      for (Value key : keys) {
        Disagreement found = treeDifference(path + "." + Json.write(key), o.get(key), t.get(key));
        if (found != null) {
          return found;
        }
      }
    }
    if (ours instanceof ArrayValue o && theirs instanceof ArrayValue t && o.size() == t.size()) {
      for (int i = 0; i < o.size(); i++) {
        Disagreement found = treeDifference(path + "[" + i + "]", o.get(i), t.get(i));
        if (found != null) {
          return found;
        }
      }
    }
    String[] steps = path.replaceAll("\\[\\d+\\]", "").replaceAll("^v\\d ", "").split("\\.", -1);
    int from = Math.max(0, steps.length - 4);
    String end = String.join(".", List.of(steps).subList(from, steps.length));
    return new Disagreement(
        "tree: " + end, path + "\nours   " + shown(ours) + "\ntheirs " + shown(theirs));
  }

  private static String shown(@Nullable Value value) {
    return value == null ? "nothing" : Json.write(value);
  }
}
