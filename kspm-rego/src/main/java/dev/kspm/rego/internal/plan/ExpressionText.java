package dev.kspm.rego.internal.plan;

import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Expressions of one line of a plan's text; blocks inside them are left for the lines below. */
final class ExpressionText {
  /** A block that an expression runs. */
  record Nested(String title, Block block) {}

  private final List<Nested> nested = new ArrayList<>();

  List<Nested> nested() {
    return nested;
  }

  String of(Expression expression) {
    if (expression instanceof Expression.Constant constant) {
      return constant.value().toString();
    } else if (expression instanceof Expression.Local local) {
      return "$" + local.slot();
    } else if (expression instanceof Expression.Input) {
      return "input";
    } else if (expression instanceof Expression.Member member) {
      return of(member.container()) + member(member.key());
    } else if (expression instanceof Expression.Document document) {
      return "document " + DocumentTree.name(document.node().path()) + members(document.keys());
    } else if (expression instanceof Expression.RuleValue rule) {
      return rule.rules().name() + members(rule.keys());
    } else if (expression instanceof Expression.FunctionCall call) {
      return call.function().name() + "(" + list(call.args()) + ")";
    } else if (expression instanceof Expression.BuiltinCall call) {
      return call.builtin().descriptor().name() + "(" + list(call.args()) + ")";
    } else if (expression instanceof Expression.MakeArray array) {
      return "[" + list(array.elements()) + "]";
    } else if (expression instanceof Expression.MakeSet set) {
      return set.elements().isEmpty() ? "set()" : "{" + list(set.elements()) + "}";
    } else if (expression instanceof Expression.MakeObject object) {
      return object(object);
    } else if (expression instanceof Expression.Comprehension comprehension) {
      return comprehension(comprehension);
    }
    nested.add(new Nested("when", ((Expression.Holds) expression).block()));
    return "holds";
  }

  private String object(Expression.MakeObject object) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < object.keys().size(); i++) {
      members.add(of(object.keys().get(i)) + ": " + of(object.values().get(i)));
    }
    return "{" + String.join(", ", members) + "}";
  }

  private String comprehension(Expression.Comprehension comprehension) {
    String name =
        comprehension.kind().name().toLowerCase(Locale.ROOT) + " #" + comprehension.accumulator();
    nested.add(
        new Nested(
            "#" + comprehension.accumulator() + (comprehension.closed() ? ", closed" : ""),
            comprehension.block()));
    return name;
  }

  String members(List<Expression> keys) {
    return keys.stream().map(this::member).collect(Collectors.joining());
  }

  private String member(Expression key) {
    return key instanceof Expression.Constant constant
        ? member(constant.value())
        : "[" + of(key) + "]";
  }

  static String member(Value key) {
    return key instanceof StringValue s && s.value().matches("[A-Za-z_][A-Za-z0-9_]*")
        ? "." + s.value()
        : "[" + key + "]";
  }

  private String list(List<Expression> expressions) {
    return expressions.stream().map(this::of).collect(Collectors.joining(", "));
  }
}
