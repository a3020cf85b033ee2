package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells which rules begin on a line where another one begins too, so that messages name them. A
 * keyword that was not imported makes such rules of what was meant to be one.
 */
final class SharedLines {
  private final Set<Integer> shared = new HashSet<>();

  SharedLines(Module module) {
    Map<Integer, Rule> owners = new HashMap<>();
    for (Rule rule : module.rules()) {
      for (Rule link = rule; link != null; link = link.elseRule()) {
        Rule other = owners.putIfAbsent(link.span().row(), rule);
        if (other != null && !name(other).equals(name(rule))) {
          shared.add(link.span().row());
        }
      }
    }
  }

  /** {@code " in rule p"} for a rule on a shared line, else nothing. */
  String suffix(Rule rule) {
    if (!shared.contains(rule.span().row())) {
      return "";
    }
    return " in rule " + name(rule);
  }

  private static String name(Rule rule) {
    Ref ref = rule.head().ref();
    int constant = 1;
    while (constant < ref.size() && ref.operand(constant) instanceof Scalar) {
      constant++;
    }
    return Refs.prefix(ref, constant).toString();
  }
}
