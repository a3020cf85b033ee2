package dev.kspm.cli.rego;

import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.StringValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A syntax tree as opa prints it for people: a node a line, one space for each level. */
final class ParseTree {
  private final StringBuilder out = new StringBuilder();

  private ParseTree() {}

  /**
   * The text of a module.
   *
   * @param module its JSON form
   */
  static String render(Map<String, Object> module) {
    ParseTree tree = new ParseTree();
    tree.line(0, "module");
    tree.line(1, "package");
    tree.ref(2, list(map(module, "package"), "path"));
    for (Object one : list(module, "imports")) {
      Map<?, ?> imported = (Map<?, ?>) one;
      tree.line(1, "import");
      tree.term(2, at(imported, "path"));
      tree.line(2, imported.containsKey("alias") ? text(at(imported, "alias")) : "");
    }
    list(module, "rules").forEach(rule -> tree.rule(1, (Map<?, ?>) rule));
    list(module, "annotations").forEach(unused -> tree.line(1, "annotations"));
    list(module, "comments").forEach(unused -> tree.line(1, "comment"));
    return tree.out.toString();
  }

  private void rule(int depth, Map<?, ?> rule) {
    line(depth, "rule");
    Map<?, ?> head = map(rule, "head");
    line(depth + 1, "head");
    ref(depth + 2, list(head, "ref"));
    if (head.containsKey("args")) {
      line(depth + 2, "args");
      list(head, "args").forEach(arg -> term(depth + 3, arg));
    }
    if (head.containsKey("value")) {
      term(depth + 2, at(head, "value"));
    }
    body(depth + 1, list(rule, "body"));
    if (rule.containsKey("else")) {
      rule(depth + 1, map(rule, "else"));
    }
  }

  private void body(int depth, List<?> body) {
    line(depth, "body");
    body.forEach(expr -> expr(depth + 1, (Map<?, ?>) expr));
  }

  private void expr(int depth, Map<?, ?> expr) {
    String negated = isTrue(expr, "negated") ? " negated" : "";
    line(depth, "expr" + negated + " index=" + text(at(expr, "index")));
    Object terms = expr.get("terms");
    if (terms instanceof List<?> list) {
      list.forEach(term -> term(depth + 1, term));
    } else if (terms instanceof Map<?, ?> one && one.containsKey("symbols")) {
      line(depth + 1, "somedecl");
      list(one, "symbols").forEach(symbol -> term(depth + 2, symbol));
    } else if (terms instanceof Map<?, ?> one && one.containsKey("domain")) {
      every(depth + 1, one);
    } else if (terms != null) {
      term(depth + 1, terms);
    }
    for (Object with : list(expr, "with")) {
      line(depth + 1, "with");
      term(depth + 2, at(with, "target"));
      term(depth + 2, at(with, "value"));
    }
  }

  private void every(int depth, Map<?, ?> every) {
    line(depth, "every");
    if (every.get("key") instanceof Map<?, ?> key) {
      term(depth + 1, key);
    }
    term(depth + 1, at(every, "value"));
    term(depth + 1, at(every, "domain"));
    body(depth + 1, list(every, "body"));
  }

  private void ref(int depth, List<?> parts) {
    line(depth, "ref");
    parts.forEach(part -> term(depth + 1, part));
  }

  private void term(int depth, Object term) {
    Map<?, ?> fields = (Map<?, ?>) term;
    String type = text(at(fields, "type")).toLowerCase(Locale.ROOT);
    Object value = at(fields, "value");
    switch (type) {
      case "null" -> line(depth, "null");
      case "string" -> line(depth, String.valueOf(value));
      case "var" -> line(depth, text(value).startsWith("$") ? "_" : text(value));
      case "number", "boolean" -> line(depth, text(value));
      case "templatestring" -> line(depth, type);
      case "object" -> {
        line(depth, type);
        for (Object pair : (List<?>) value) {
          ((List<?>) pair).forEach(one -> term(depth + 1, one));
        }
      }
      case "arraycomprehension", "setcomprehension" -> {
        line(depth, type);
        term(depth + 1, map(value, "term"));
        body(depth + 1, list(value, "body"));
      }
      case "objectcomprehension" -> {
        line(depth, type);
        term(depth + 1, map(value, "key"));
        term(depth + 1, map(value, "value"));
        body(depth + 1, list(value, "body"));
      }
      default -> {
        line(depth, type);
        ((List<?>) value).forEach(one -> term(depth + 1, one));
      }
    }
  }

  private void line(int depth, String text) {
    out.append(" ".repeat(depth)).append(text).append('\n');
  }

  private static boolean isTrue(Map<?, ?> fields, String name) {
    Object value = fields.get(name);
    return value == BooleanValue.TRUE || Boolean.TRUE.equals(value);
  }

  private static String text(Object value) {
    return value instanceof StringValue string ? string.value() : String.valueOf(value);
  }

  private static Object at(Object fields, String name) {
    return Objects.requireNonNull(((Map<?, ?>) fields).get(name), name);
  }

  private static Map<?, ?> map(Object fields, String name) {
    return (Map<?, ?>) at(fields, name);
  }

  private static List<?> list(Object fields, String name) {
    return ((Map<?, ?>) fields).get(name) instanceof List<?> list ? list : List.of();
  }
}
