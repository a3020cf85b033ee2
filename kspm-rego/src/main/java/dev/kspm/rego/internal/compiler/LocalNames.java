package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Var;
import java.util.Set;

/** Makes the names {@code __local0__}, {@code __local1__} … that occur nowhere else. */
final class LocalNames {
  private static final String GENERATED = "__local";

  private final String prefix;
  private final Set<String> taken;
  private int next;

  LocalNames(String infix, Set<String> taken) {
    this(infix, taken, 0);
  }

  /** Numbers from a start, for what is compiled on top of something else. */
  LocalNames(String infix, Set<String> taken, int first) {
    this.prefix = GENERATED + infix;
    this.taken = Set.copyOf(taken);
    this.next = first;
  }

  /** How many names were made, those of the start included. */
  int count() {
    return next;
  }

  String next() {
    String name;
    do {
      name = prefix + next++ + "__";
    } while (taken.contains(name));
    return name;
  }

  Var nextVar(Span span) {
    return new Var(next(), span);
  }

  static boolean isGenerated(String name) {
    return name.startsWith(GENERATED);
  }

  /** Whether a text may hold such a name. */
  static boolean mayOccurIn(String text) {
    return text.contains(GENERATED);
  }
}
