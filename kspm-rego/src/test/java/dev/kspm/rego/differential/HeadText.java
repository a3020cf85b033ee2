package dev.kspm.rego.differential;

import java.util.List;

/** Heads and bodies as the dialects want them. */
final class HeadText {
  String value(ModuleText module, String value) {
    return (module.dialect().heads() ? " := " : " = ") + value;
  }

  String rule(ModuleText module, String head, List<String> lines) {
    return head + (module.dialect().heads() ? " if {\n" : " {\n") + body(lines) + "}";
  }

  /** An else; without a condition when there are no lines. */
  String otherwise(ModuleText module, String value, List<String> lines) {
    String head = " else" + value(module, value);
    if (lines.isEmpty()) {
      return module.dialect().heads() ? head : head + " {\n  true\n}";
    }
    return rule(module, head, lines);
  }

  private static String body(List<String> lines) {
    StringBuilder body = new StringBuilder();
    lines.forEach(line -> body.append("  ").append(line).append('\n'));
    return body.toString();
  }
}
