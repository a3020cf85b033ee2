package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces several strings in one pass as Go's {@code strings.Replacer} does: at each place the
 * first pattern that fits wins, and an empty pattern fits before every byte.
 */
final class StringReplacer {
  private record Pattern(String from, String to) {}

  private final Map<Character, List<Pattern>> byFirst = new HashMap<>();
  private final BuiltinContext context;

  private StringReplacer(BuiltinContext context) {
    this.context = context;
  }

  static Value replaceN(BuiltinContext context, Value[] args) {
    ObjectValue patterns = Operands.object(args, 1);
    StringReplacer replacer = new StringReplacer(context);
    Pattern empty = null;
    for (int i = 0; i < patterns.size(); i++) {
      if (!(patterns.keyAt(i) instanceof StringValue from)) {
        throw BuiltinException.type("operand 1 non-string key found in pattern object");
      }
      if (!(patterns.valueAt(i) instanceof StringValue to)) {
        throw BuiltinException.type("operand 1 non-string value found in pattern object");
      }
      Pattern pattern = new Pattern(from.value(), to.value());
      if (from.value().isEmpty()) {
        empty = pattern;
      } else {
        replacer
            .byFirst
            .computeIfAbsent(from.value().charAt(0), first -> new ArrayList<>())
            .add(pattern);
      }
    }
    String text = Operands.string(args, 2);
    return Text.of(context, empty == null ? replacer.run(text) : replacer.run(text, empty.to()));
  }

  private String run(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      Pattern pattern = at(text, at);
      if (pattern == null) {
        out.append(text.charAt(at));
        at++;
      } else {
        context.build(pattern.to().length() / 64);
        out.append(pattern.to());
        at += pattern.from().length();
      }
    }
    return out.toString();
  }

  private @Nullable Pattern at(String text, int at) {
    List<Pattern> candidates = byFirst.getOrDefault(text.charAt(at), List.of());
    context.work(candidates.size());
    for (Pattern candidate : candidates) {
      if (text.startsWith(candidate.from(), at)) {
        return candidate;
      }
    }
    return null;
  }

  private String run(String text, String filling) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      context.build(1 + filling.length() / 64);
      out.append(filling);
      Pattern pattern = at(text, at);
      if (pattern != null) {
        out.append(pattern.to());
        at += pattern.from().length();
        continue;
      }
      int next = text.offsetByCodePoints(at, 1);
      int bytes = text.substring(at, next).getBytes(StandardCharsets.UTF_8).length;
      if (bytes == 1) {
        out.append(text.charAt(at));
      } else {
        out.append('\uFFFD').append((filling + '\uFFFD').repeat(bytes - 1));
      }
      at = next;
    }
    return out.append(filling).toString();
  }
}
