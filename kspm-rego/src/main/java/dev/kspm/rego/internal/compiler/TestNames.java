package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.StringValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each test a name of its own, such as {@code test_x#01} for the second {@code test_x} of a
 * package: rules of one name are alternatives to the language, but tests that must all hold to
 * their author.
 */
final class TestNames {
  private final Map<String, Integer> seen = new HashMap<>();

  List<Module> distinct(List<Module> modules) {
    List<Module> named = new ArrayList<>();
    for (Module module : modules) {
      String path = module.packageDeclaration().path().toString();
      List<Rule> rules = TreeRewriter.map(module.rules(), rule -> rule(path, rule));
      named.add(TreeRewriter.same(rules, module.rules()) ? module : module.withRules(rules));
    }
    return named;
  }

  private Rule rule(String path, Rule rule) {
    List<Term> parts = rule.head().ref().parts();
    StringBuilder place = new StringBuilder(path);
    for (int i = 0; i < parts.size(); i++) {
      String name = name(parts.get(i), i);
      place.append('/').append(name);
      if (name.startsWith("test_") || name.startsWith("todo_test_")) {
        int before = seen.merge(place.toString(), 1, Integer::sum) - 1;
        return before == 0 ? rule : renamed(rule, i, name + (before < 10 ? "#0" : "#") + before);
      }
    }
    return rule;
  }

  private static String name(Term part, int position) {
    if (part instanceof Var v && position == 0) {
      return v.name();
    }
    return part instanceof Scalar s && s.value() instanceof StringValue text ? text.value() : "";
  }

  private static Rule renamed(Rule rule, int part, String name) {
    Head head = rule.head();
    List<Term> parts = new ArrayList<>(head.ref().parts());
    Term old = parts.get(part);
    parts.set(
        part, part == 0 ? new Var(name, old.span()) : new Scalar(StringValue.of(name), old.span()));
    Rule next = rule.elseRule();
    return new Rule(
        rule.isDefault(),
        new Head(
            head.name() == null ? null : name,
            new Ref(parts, head.ref().span()),
            head.args(),
            head.key(),
            head.value(),
            head.assign(),
            head.span()),
        rule.body(),
        next == null ? null : renamed(next, part, name),
        rule.annotations(),
        rule.span());
  }
}
