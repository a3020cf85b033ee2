package dev.kspm.rego.differential;

import dev.kspm.rego.Json;
import dev.kspm.rego.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A module once judged differently, with OPA's verdicts. In a file each begins with a line {@code
 * ===}; lines that begin with {@code !} are the verdicts: a checksum of the tree, and errors. In
 * both, what cannot stand in a line is written as JSON would, by its number in four hex digits.
 */
record RecordedModule(String text, List<String> verdicts) {
  private static final Pattern START = Pattern.compile("(?m)^===\\n");

  RecordedModule {
    verdicts = List.copyOf(verdicts);
  }

  static List<RecordedModule> read(String file) {
    return START.splitAsStream(file).filter(c -> !c.isBlank()).map(RecordedModule::of).toList();
  }

  private static RecordedModule of(String text) {
    List<String> module = new ArrayList<>();
    List<String> verdicts = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("!")) {
        verdicts.add(line.substring(1).strip());
      } else {
        module.add(plain(line));
      }
    }
    String joined = String.join("\n", module);
    return new RecordedModule(joined.substring(0, joined.length() - 1), verdicts);
  }

  /** Whether a module is read from a file as it was. */
  static boolean canHold(String module) {
    String file = new RecordedModule(module, List.of()).toString();
    return !module.isBlank() && read("===\n" + file).size() == 1 && of(file).text().equals(module);
  }

  /** Verdicts as lines of a file; a strict one only if it says more. */
  static List<String> lines(Map<String, Verdict> verdicts) {
    List<String> lines = new ArrayList<>();
    @Nullable Verdict before = null;
    for (String mode : Verdict.MODES) {
      Verdict verdict = verdicts.get(mode);
      if (verdict == null) {
        continue;
      }
      boolean repeated =
          mode.endsWith("_strict") && before != null && before.errors().equals(verdict.errors());
      if (!repeated) {
        String tree = verdict.tree() == null ? "" : " tree " + checksum(verdict.tree());
        lines.add(mode + tree + (verdict.errors().isEmpty() ? " ok" : ""));
        verdict.errors().forEach(e -> lines.add("  " + escaped(e)));
      }
      before = verdict;
    }
    return lines.stream().map(String::strip).toList();
  }

  private static String checksum(Value tree) {
    CRC32 sum = new CRC32();
    sum.update(Json.write(tree).getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c < ' ' || c > '~') {
        out.append(String.format("\\u%04X", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String plain(String line) {
    return Pattern.compile("\\\\u([0-9A-F]{4})")
        .matcher(line)
        .replaceAll(
            m -> String.valueOf((char) Integer.parseInt(m.group(1), 16)).replace("$", "\\$"));
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      out.append(escaped(line)).append('\n');
    }
    verdicts.forEach(v -> out.append("! ").append(v).append('\n'));
    return out.toString();
  }
}
