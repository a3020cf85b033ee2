package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes trees as OPA's JSON, as {@code opa parse --format json} and {@code rego.parse_module} give
 * it.
 *
 * <p>{@link #tree} keeps OPA's order of members, for output that is the same byte for byte: maps,
 * lists and scalar {@link Value}s. {@link #value} is the same as a value.
 */
public final class AstJson {
  private final boolean locations;

  private AstJson(boolean locations) {
    this.locations = locations;
  }

  /** The JSON form of a module. */
  public static Value value(Module module, boolean locations) {
    return asValue(tree(module, locations));
  }

  /** The JSON form of a body. */
  public static Value value(Body body, boolean locations) {
    return asValue(tree(body, locations));
  }

  /** The JSON form of a term. */
  public static Value value(Term term, boolean locations) {
    return asValue(new AstJson(locations).term(term));
  }

  /** The JSON form of a statement. */
  public static Value value(Statement statement, boolean locations) {
    return asValue(tree(statement, locations));
  }

  /** A module with its members in order. */
  public static Map<String, Object> tree(Module module, boolean locations) {
    return new AstJson(locations).module(module);
  }

  /** A body with the members in order. */
  public static List<Object> tree(Body body, boolean locations) {
    return new AstJson(locations).body(body);
  }

  /** A statement with the members in order. */
  public static Object tree(Statement statement, boolean locations) {
    AstJson json = new AstJson(locations);
    if (statement instanceof PackageDeclaration p) {
      return json.packageDeclaration(p);
    } else if (statement instanceof Import i) {
      return json.importDeclaration(i);
    } else if (statement instanceof Rule r) {
      return json.rule(r);
    }
    return json.body(((BodyStatement) statement).body());
  }

  /** A body, rule or expression with the members in order, without places. */
  public static Object tree(Node node) {
    AstJson json = new AstJson(false);
    if (node instanceof Rule rule) {
      return json.rule(rule);
    } else if (node instanceof Body body) {
      return json.body(body);
    }
    return json.expr((Expr) node);
  }

  static List<Object> list(List<Term> terms, boolean locations) {
    return new AstJson(locations).terms(terms);
  }

  private static Value asValue(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      ObjectValue.Builder object = ObjectValue.builder();
      map.forEach((k, v) -> object.put((String) k, asValue(v)));
      return object.build();
    } else if (tree instanceof List<?> list) {
      return ArrayValue.of(list.stream().map(AstJson::asValue).toList());
    }
    return (Value) tree;
  }

  private static Value text(String s) {
    return StringValue.of(s);
  }

  private static Value truth(boolean b) {
    return BooleanValue.of(b);
  }

  private static String base64(String s) {
    return Base64.getEncoder().encodeToString(s.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> fields() {
    return new LinkedHashMap<>();
  }

  private void locate(Map<String, Object> fields, Span span) {
    if (locations && span.row() > 0) {
      fields.put("location", location(span));
    }
  }

  private static Map<String, Object> location(Span span) {
    Map<String, Object> fields = fields();
    fields.put("file", text(span.file()));
    fields.put("row", NumberValue.of(span.row()));
    fields.put("col", NumberValue.of(span.column()));
    fields.put("text", text(base64(span.text())));
    return fields;
  }

  private Map<String, Object> module(Module module) {
    Map<String, Object> fields = fields();
    fields.put("package", packageDeclaration(module.packageDeclaration()));
    if (!module.imports().isEmpty()) {
      fields.put("imports", module.imports().stream().map(this::importDeclaration).toList());
    }
    if (!module.annotations().isEmpty()) {
      fields.put("annotations", module.annotations().stream().map(this::annotations).toList());
    }
    if (!module.rules().isEmpty()) {
      fields.put("rules", module.rules().stream().map(this::rule).toList());
    }
    if (!module.comments().isEmpty()) {
      fields.put("comments", module.comments().stream().map(AstJson::comment).toList());
    }
    return fields;
  }

  private static Map<String, Object> comment(Comment comment) {
    Map<String, Object> fields = fields();
    boolean isNull = comment.text().isEmpty() && comment.span().text().endsWith("\r");
    fields.put("Text", isNull ? NullValue.NULL : text(base64(comment.text())));
    boolean isBlock = comment.span().text().indexOf('\n') >= 0;
    fields.put("Location", isBlock ? blockLocation(comment.span()) : location(comment.span()));
    return fields;
  }

  /** The place of a metadata block, whose text OPA writes anew. */
  private static Map<String, Object> blockLocation(Span span) {
    StringBuilder block = new StringBuilder("# METADATA");
    span.text()
        .lines()
        .skip(1)
        .forEach(
            line -> {
              String text = line.substring(1);
              block.append("\n# ").append(text.startsWith(" ") ? text.substring(1) : text);
            });
    Map<String, Object> fields = location(span);
    fields.put("text", text(base64(block.toString())));
    return fields;
  }

  private Map<String, Object> packageDeclaration(PackageDeclaration declaration) {
    Map<String, Object> fields = fields();
    locate(fields, declaration.span());
    fields.put("path", terms(declaration.path().parts()));
    return fields;
  }

  private Map<String, Object> importDeclaration(Import imported) {
    Map<String, Object> fields = fields();
    if (imported.alias() != null) {
      fields.put("alias", text(imported.alias()));
      if (locations && imported.aliasSpan().row() > 0) {
        fields.put("alias_location", location(imported.aliasSpan()));
      }
    }
    locate(fields, imported.span());
    fields.put("path", term(imported.path()));
    return fields;
  }

  private Map<String, Object> annotations(Annotations annotations) {
    return AnnotationsJson.tree(annotations, locations ? blockLocation(annotations.span()) : null);
  }

  private Map<String, Object> rule(Rule rule) {
    Map<String, Object> fields = fields();
    if (!rule.annotations().isEmpty()) {
      fields.put("annotations", rule.annotations().stream().map(this::annotations).toList());
    }
    fields.put("body", body(rule.body()));
    if (rule.isDefault()) {
      fields.put("default", truth(true));
    }
    if (rule.elseRule() != null) {
      fields.put("else", rule(rule.elseRule()));
    }
    fields.put("head", head(rule.head()));
    locate(fields, rule.span());
    return fields;
  }

  private Map<String, Object> head(Head head) {
    Map<String, Object> fields = fields();
    if (head.name() != null) {
      fields.put("name", text(head.name()));
    }
    if (head.args() != null && !head.args().isEmpty()) {
      fields.put("args", terms(head.args()));
    }
    if (head.key() != null) {
      fields.put("key", term(head.key()));
    }
    if (head.value() != null) {
      fields.put("value", term(head.value()));
    }
    if (head.assign()) {
      fields.put("assign", truth(true));
    }
    fields.put("ref", terms(head.ref().parts()));
    locate(fields, head.span());
    return fields;
  }

  private List<Object> body(Body body) {
    List<Object> exprs = new ArrayList<>(body.exprs().size());
    for (Expr expr : body.exprs()) {
      exprs.add(expr(expr));
    }
    return exprs;
  }

  private Map<String, Object> expr(Expr expr) {
    Map<String, Object> fields = fields();
    if (expr.generated()) {
      fields.put("generated", truth(true));
    }
    fields.put("index", NumberValue.of(expr.index()));
    locate(fields, expr.span());
    if (expr.negated()) {
      fields.put("negated", truth(true));
    }
    fields.put("terms", form(expr.form()));
    if (!expr.withs().isEmpty()) {
      List<Object> withs = new ArrayList<>();
      for (With with : expr.withs()) {
        Map<String, Object> w = fields();
        locate(w, with.span());
        w.put("target", term(with.target()));
        w.put("value", term(with.value()));
        withs.add(w);
      }
      fields.put("with", withs);
    }
    return fields;
  }

  private Object form(Expr.Form form) {
    if (form instanceof Expr.TermForm t) {
      return term(t.term());
    } else if (form instanceof Expr.CallForm c) {
      return call(c.operator(), c.args());
    }
    Map<String, Object> fields = fields();
    if (form instanceof Expr.SomeDeclaration some) {
      locate(fields, some.span());
      fields.put("symbols", terms(some.symbols()));
    } else if (form instanceof Expr.Every every) {
      fields.put("body", body(every.body()));
      fields.put("domain", term(every.domain()));
      fields.put("key", every.key() == null ? NullValue.NULL : term(every.key()));
      locate(fields, every.span());
      fields.put("value", term(every.value()));
    } else if (form instanceof Expr.Negation negation) {
      fields.put("body", body(negation.body()));
      fields.put("explicit_body", truth(negation.explicitBody()));
      fields.put("type", text("not"));
    } else if (form instanceof Expr.Logical logical) {
      if (logical.explicitLeft()) {
        fields.put("explicit_lhs", truth(true));
      }
      if (logical.explicitRight()) {
        fields.put("explicit_rhs", truth(true));
      }
      fields.put("lhs", body(logical.left()));
      fields.put("rhs", body(logical.right()));
      fields.put("type", text(logical.isAnd() ? "and" : "or"));
    }
    return fields;
  }

  private List<Object> call(Ref operator, List<Term> args) {
    List<Object> parts = new ArrayList<>(args.size() + 1);
    parts.add(term(operator));
    parts.addAll(terms(args));
    return parts;
  }

  private List<Object> terms(List<? extends Term> terms) {
    List<Object> list = new ArrayList<>(terms.size());
    for (Term term : terms) {
      list.add(term(term));
    }
    return list;
  }

  private Map<String, Object> term(Term term) {
    Map<String, Object> fields = fields();
    locate(fields, term.span());
    fields.put("type", text(TermNames.of(term)));
    fields.put("value", content(term));
    return fields;
  }

  private Object content(Term term) {
    if (term instanceof Scalar s) {
      return scalar(s.value());
    } else if (term instanceof Var v) {
      return text(v.name());
    } else if (term instanceof Ref ref) {
      return terms(ref.parts());
    } else if (term instanceof Call c) {
      return call(c.operator(), c.args());
    } else if (term instanceof ArrayTerm a) {
      return terms(a.elements());
    } else if (term instanceof SetTerm s) {
      return terms(TermOrder.distinct(s));
    } else if (term instanceof ObjectTerm o) {
      List<Object> members = new ArrayList<>();
      for (ObjectTerm.Member member : TermOrder.sorted(o)) {
        members.add(List.of(term(member.key()), term(member.value())));
      }
      return members;
    }
    Map<String, Object> fields = fields();
    if (term instanceof ArrayComprehension c) {
      fields.put("term", term(c.term()));
      fields.put("body", body(c.body()));
    } else if (term instanceof SetComprehension c) {
      fields.put("term", term(c.term()));
      fields.put("body", body(c.body()));
    } else if (term instanceof ObjectComprehension c) {
      fields.put("key", term(c.key()));
      fields.put("value", term(c.value()));
      fields.put("body", body(c.body()));
    } else if (term instanceof TemplateString t) {
      fields.put("parts", t.parts().isEmpty() ? NullValue.NULL : parts(t.parts()));
      fields.put("multi_line", truth(t.multiLine()));
    }
    return fields;
  }

  private List<Object> parts(List<TemplatePart> parts) {
    List<Object> list = new ArrayList<>(parts.size());
    for (TemplatePart part : parts) {
      list.add(part instanceof Expr e ? expr(e) : term((Term) part));
    }
    return list;
  }

  /** The content of a ground value, which may be composite after constant folding. */
  private static Object scalar(Value value) {
    if (value instanceof ArrayValue array) {
      List<Object> elements = new ArrayList<>();
      array.forEach(e -> elements.add(typed(e)));
      return elements;
    } else if (value instanceof SetValue set) {
      List<Object> elements = new ArrayList<>();
      set.forEach(e -> elements.add(typed(e)));
      return elements;
    } else if (value instanceof ObjectValue object) {
      List<Object> members = new ArrayList<>();
      object.forEach((k, v) -> members.add(List.of(typed(k), typed(v))));
      return members;
    }
    return value instanceof NullValue ? fields() : value;
  }

  private static Object typed(Value value) {
    Map<String, Object> fields = fields();
    fields.put("type", text(value.type().regoName()));
    fields.put("value", scalar(value));
    return fields;
  }
}
