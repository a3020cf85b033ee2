package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.builtin.TypeJson;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.AstJson;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.rego.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Words the errors of the type checker. */
final class TypeErrors {
  private static final String MATCH_HELP =
      "(see https://www.openpolicyagent.org/docs/errors/rego-type-error/match-error)";

  private final Compilation compilation;
  private final RewrittenText text;

  TypeErrors(Compilation compilation) {
    this.compilation = compilation;
    this.text = new RewrittenText(compilation);
  }

  /** Whether a variable stands for the scalar that a reference begins with, as in {@code 5[x]}. */
  boolean isOfScalar(String variable) {
    return compilation.calls.get(variable) instanceof Scalar;
  }

  Diagnostic match(Span place, @Nullable RegoType left, @Nullable RegoType right) {
    List<String> details = new ArrayList<>();
    String ofLeft = "left  : " + TypeText.of(left);
    String ofRight = "right : " + TypeText.of(right);
    if (TypeContrast.isTooWide(ofLeft, ofRight)) {
      TypeContrast both = TypeContrast.of(left, right);
      ofLeft = "left  : " + both.left();
      ofRight = "right : " + both.right();
    }
    details.add(ofLeft);
    details.add(ofRight);
    String kind = sharedKind(left, right);
    if (kind != null) {
      details.add(
          "hint  : both sides are "
              + kind
              + " but their types differ, so they can never be equal "
              + MATCH_HELP);
    }
    Map<String, Value> data = new LinkedHashMap<>();
    data.put("a", json(left));
    data.put("b", json(right));
    return new Diagnostic(Codes.TYPE, "match error", place, details).withData(data);
  }

  private static @Nullable String sharedKind(@Nullable RegoType a, @Nullable RegoType b) {
    if (a instanceof RegoType.ArrayOf && b instanceof RegoType.ArrayOf) {
      return "arrays";
    } else if (a instanceof RegoType.ObjectOf && b instanceof RegoType.ObjectOf) {
      return "objects";
    }
    return a instanceof RegoType.SetOf && b instanceof RegoType.SetOf ? "sets" : null;
  }

  /**
   * Arguments that do not fit; wanted are the parameters and, unless the number is wrong, result.
   */
  Diagnostic arguments(
      Span place,
      Ref operator,
      String problem,
      List<@Nullable RegoType> have,
      List<RegoType> want) {
    List<String> details = List.of("have: " + TypeText.list(have), "want: " + TypeText.list(want));
    if (TypeContrast.isTooWide(details.get(0), details.get(1))) {
      details = shortened(have, want);
    }
    Map<String, Value> data = new LinkedHashMap<>();
    data.put("have", Values.of(have.stream().map(TypeErrors::json).toList()));
    data.put(
        "want",
        want.isEmpty()
            ? ObjectValue.EMPTY
            : ObjectValue.of(
                StringValue.of("args"), Values.of(want.stream().map(TypeErrors::json).toList())));
    return new Diagnostic(Codes.TYPE, text.text(operator) + ": " + problem, place, details)
        .withData(data);
  }

  /** Only arguments that do not fit are compared part by part. */
  private static List<String> shortened(List<@Nullable RegoType> have, List<RegoType> want) {
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (int i = 0; i < Math.max(have.size(), want.size()); i++) {
      if (i >= want.size()) {
        left.add(TypeText.brief(have.get(i)));
      } else if (i >= have.size()) {
        right.add(TypeText.brief(want.get(i)));
      } else {
        boolean fit = TypeMatch.possible(have.get(i), want.get(i));
        TypeContrast both =
            fit
                ? TypeContrast.apart(have.get(i), want.get(i))
                : TypeContrast.of(have.get(i), want.get(i));
        left.add(both.left());
        right.add(both.right());
      }
    }
    return List.of(
        "have: (" + String.join(", ", left) + ")", "want: (" + String.join(", ", right) + ")");
  }

  /** A call of what is no function. */
  Diagnostic undefined(Expr expr, Ref operator) {
    return new Diagnostic(Codes.TYPE, "undefined function " + text.text(operator), expr.span());
  }

  /** A part of a reference that has no members. */
  Diagnostic noMembers(Ref ref, int at, @Nullable RegoType have) {
    if (have instanceof RegoType.Function) {
      return notCalled(ref, at, have);
    }
    return reference("undefined ref: " + text.text(ref), ref, 0, at, have);
  }

  /** A reference to a function; an operand of the compiler's own at its end is not told. */
  Diagnostic notCalled(Ref ref, int at, RegoType have) {
    boolean generated =
        ref.operand(ref.size() - 1) instanceof Var v && LocalNames.isGenerated(text.text(v));
    Ref name = generated ? Refs.prefix(ref, ref.size() - 1) : ref;
    return reference(
        "function " + text.text(name) + " used as reference, not called", ref, 0, at, have);
  }

  private Diagnostic reference(String message, Ref ref, int from, int to, @Nullable RegoType have) {
    String whole = text.text(ref);
    int end = text.text(Refs.prefix(ref, to + 1)).length();
    Map<String, Value> data = place(ref, to);
    data.put("have", json(have));
    return new Diagnostic(
            Codes.TYPE,
            message,
            compilation.place(ref),
            List.of(whole, "^".repeat(end - from), "have: " + TypeText.of(have)))
        .withData(data);
  }

  /** An operand that is none of the keys. */
  Diagnostic noMember(
      Ref ref, int at, @Nullable RegoType have, @Nullable RegoType want, List<Value> oneOf) {
    String whole = text.text(ref);
    Term operand = ref.operand(at);
    int start = text.text(Refs.prefix(ref, at)).length() + 1;
    String pad = " ".repeat(start);
    List<String> details = new ArrayList<>();
    details.add(whole);
    details.add(pad + "^");
    details.add(
        have == null
            ? pad + "have: " + text.text(operand)
            : pad + "have (type): " + TypeText.of(have));
    if (oneOf.isEmpty() && want != null) {
      details.add(pad + "want (type): " + TypeText.of(want));
    } else {
      details.add(pad + "want (one of): [" + joined(oneOf) + "]");
    }
    Map<String, Value> data = place(ref, at);
    if (have != null) {
      data.put("have", json(have));
    }
    data.put("want", json(want));
    data.put(
        "oneOf",
        oneOf.isEmpty()
            ? NullValue.NULL
            : Values.of(new TreeSet<>(oneOf).stream().map(TypeErrors::content).toList()));
    return new Diagnostic(Codes.TYPE, "undefined ref: " + whole, compilation.place(ref), details)
        .withData(data);
  }

  /** A constant in the form of the syntax tree, without its type. */
  private static Value content(Value constant) {
    Value term = AstJson.value(new Scalar(constant, Span.NONE), false);
    return Objects.requireNonNull(((ObjectValue) term).get("value"));
  }

  private Map<String, Value> place(Ref ref, int at) {
    Map<String, Value> data = new LinkedHashMap<>();
    data.put(
        "ref",
        Values.of(
            ref.parts().stream().map(part -> AstJson.value(text.term(part), false)).toList()));
    data.put("pos", NumberValue.of(at));
    return data;
  }

  private static Value json(@Nullable RegoType type) {
    return type == null ? NullValue.NULL : TypeJson.withNames(type);
  }

  private static String joined(List<Value> values) {
    return String.join(" ", new TreeSet<>(values).stream().map(Value::toString).toList());
  }

  /** The known keys of an object, or of those in a union. */
  static List<Value> keys(@Nullable RegoType type) {
    RegoType whole = Types.whole(type);
    if (whole instanceof RegoType.ObjectOf object) {
      return object.properties().stream().map(RegoType.ObjectOf.Property::key).toList();
    }
    return whole instanceof RegoType.AnyOf any
        ? any.types().stream()
            .filter(t -> !Types.isItself(t, any))
            .flatMap(t -> keys(t).stream())
            .toList()
        : List.of();
  }
}
