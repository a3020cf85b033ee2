package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
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
    details.add("left  : " + TypeText.of(left));
    details.add("right : " + TypeText.of(right));
    String kind = sharedKind(left, right);
    if (kind != null) {
      details.add(
          "hint  : both sides are "
              + kind
              + " but their types differ, so they can never be equal "
              + MATCH_HELP);
    }
    return new Diagnostic(Codes.TYPE, "match error", place, details);
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
    boolean arity = problem.equals("arity mismatch");
    String wanted = "(";
    for (int i = 0; i < want.size(); i++) {
      wanted +=
          (i > 0 ? ", " : "") + (arity ? TypeText.of(want.get(i)) : TypeText.brief(want.get(i)));
    }
    return new Diagnostic(
        Codes.TYPE,
        text.text(operator) + ": " + problem,
        place,
        List.of("have: " + TypeText.list(have), "want: " + wanted + ")"));
  }

  /** A part of a reference that has no members. */
  Diagnostic noMembers(Ref ref, int at, @Nullable RegoType have) {
    return reference("undefined ref: " + text.text(ref), ref, 0, at, "have: " + TypeText.of(have));
  }

  Diagnostic notCalled(Ref ref, RegoType have) {
    return reference(
        "function " + text.text(ref) + " used as reference, not called",
        ref,
        0,
        ref.size() - 1,
        "have: " + TypeText.of(have));
  }

  private Diagnostic reference(String message, Ref ref, int from, int to, String detail) {
    String whole = text.text(ref);
    int end = text.text(Refs.prefix(ref, to + 1)).length();
    return new Diagnostic(
        Codes.TYPE,
        message,
        compilation.place(ref),
        List.of(whole, "^".repeat(end - from), detail));
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
    if (oneOf.isEmpty()) {
      details.add(pad + "want (type): " + TypeText.of(want));
    } else {
      details.add(pad + "want (one of): [" + joined(oneOf) + "]");
    }
    return new Diagnostic(Codes.TYPE, "undefined ref: " + whole, compilation.place(ref), details);
  }

  private static String joined(List<Value> values) {
    return String.join(" ", new TreeSet<>(values).stream().map(Value::toString).toList());
  }

  static List<Value> keys(@Nullable RegoType type) {
    return type instanceof RegoType.ObjectOf object
        ? object.properties().stream().map(RegoType.ObjectOf.Property::key).toList()
        : List.of();
  }
}
