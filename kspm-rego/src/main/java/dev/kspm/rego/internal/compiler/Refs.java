package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.StringValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions about references, and ways to make them. */
final class Refs {
  private Refs() {}

  static Ref ofRule(Ref packagePath, Ref headRef) {
    List<Term> parts = new ArrayList<>(packagePath.parts());
    parts.add(new Scalar(StringValue.of(headName(headRef)), headRef.head().span()));
    parts.addAll(headRef.parts().subList(1, headRef.size()));
    return new Ref(parts, headRef.span());
  }

  static String headName(Ref ref) {
    return ref.head() instanceof Var v ? v.name() : ref.head().toString();
  }

  static Ref of(String name, Span span) {
    return new Ref(List.of(new Var(name, span)), span);
  }

  /** The name of a builtin that only passes call. */
  static Ref internal(String name, Span span) {
    return new Ref(
        List.of(new Var("internal", span), new Scalar(StringValue.of(name), span)), span);
  }

  /** The name of the head, or {@code null} when the head is no variable. */
  static @Nullable String root(Ref ref) {
    return ref.head() instanceof Var v ? v.name() : null;
  }

  /** The text of what is called; mostly a plain name. */
  static String name(Ref operator) {
    return operator.size() == 1 && operator.head() instanceof Var v
        ? v.name()
        : operator.toString();
  }

  static boolean isRootDocument(String name) {
    return name.equals("data") || name.equals("input");
  }

  static boolean startsWithData(Ref ref) {
    return "data".equals(root(ref));
  }

  /** Whether every operand is a constant. */
  static boolean isGround(Ref ref) {
    return ref.parts().subList(1, ref.size()).stream().allMatch(Terms::isGround);
  }

  static Ref append(Ref ref, Term operand) {
    List<Term> parts = new ArrayList<>(ref.parts());
    parts.add(operand);
    return new Ref(parts, ref.span());
  }

  static Ref prefix(Ref ref, int size) {
    return size == ref.size() ? ref : new Ref(ref.parts().subList(0, size), ref.span());
  }
}
