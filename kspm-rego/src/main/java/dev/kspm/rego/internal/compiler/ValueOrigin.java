package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the operands of a reference have their values from, for messages. */
final class ValueOrigin {
  /** Longer collections are not written out. */
  private static final int MOST = 5;

  private final RewrittenText names;
  private final Compilation compilation;
  private final RuleReference reference;
  private final CompiledRule rule;

  /** What stands first on the other side of an equation with a variable. */
  private final Map<String, Term> equal = new HashMap<>();

  /** The builtins whose results are in variables. */
  private final Map<String, BuiltinDescriptor> results = new HashMap<>();

  ValueOrigin(Compilation compilation, RuleReference reference, CompiledRule rule) {
    this.compilation = compilation;
    this.names = RewrittenText.ofNames(compilation);
    this.reference = reference;
    this.rule = rule;
    Body body = reference.link().body();
    body.exprs().subList(0, Math.min(reference.index(), body.exprs().size())).forEach(this::read);
  }

  private void read(Expr expr) {
    List<Term> sides = KnownValues.equation(expr);
    if (!sides.isEmpty()) {
      for (int i = 0; i < 2; i++) {
        if (sides.get(i) instanceof Var v) {
          equal.putIfAbsent(v.name(), sides.get(1 - i));
        }
      }
    } else if (!expr.negated()
        && expr.withs().isEmpty()
        && expr.form() instanceof Expr.CallForm call) {
      BuiltinDescriptor builtin = compilation.builtin(call.operator());
      int last = call.args().size() - 1;
      if (builtin != null
          && last == builtin.type().args().size()
          && call.args().get(last) instanceof Var v) {
        results.put(v.name(), builtin);
      }
    }
  }

  /** Whether nothing speaks against an operand being a value. */
  boolean allows(Term operand, Value value) {
    if (!(operand instanceof Var v) || last(v) == null) {
      return true;
    }
    Var source = Objects.requireNonNull(last(v));
    BuiltinDescriptor builtin = results.get(source.name());
    if (builtin != null) {
      RegoType result = builtin.type().result();
      return result == null || mayBe(result, Types.of(value));
    }
    Value collection = collection(equal.get(source.name()));
    List<Value> members = collection == null ? null : KnownValues.members(collection);
    return members == null || members.contains(value);
  }

  private static boolean mayBe(RegoType type, RegoType wanted) {
    return type instanceof RegoType.Named named
        ? mayBe(named.type(), wanted)
        : type.equals(wanted)
            || type instanceof RegoType.AnyOf any
                && (any.types().isEmpty() || any.types().stream().anyMatch(t -> mayBe(t, wanted)));
  }

  /** The variable at the end of a chain of equations, {@code null} when they go in circles. */
  private @Nullable Var last(Var variable) {
    Var at = variable;
    for (int i = 0; i <= reference.link().body().exprs().size(); i++) {
      if (results.containsKey(at.name()) || !(equal.get(at.name()) instanceof Var next)) {
        return at;
      }
      at = next;
    }
    return null;
  }

  /** The constant that a reference of two parts iterates over. */
  private @Nullable Value collection(@Nullable Term term) {
    if (!(term instanceof Ref ref) || ref.size() != 2 || Terms.isGround(ref.operand(1))) {
      return null;
    }
    Term head = ref.head();
    Var end = head instanceof Var v ? last(v) : null;
    Term constant = end == null ? head : equal.get(end.name());
    Value value = constant == null ? null : Terms.constant(constant);
    return value == null || KnownValues.members(value) == null ? null : value;
  }

  /** Where an operand has its value from; empty when nothing is known. */
  String note(Term operand) {
    if (operand instanceof Ref ref) {
      return Refs.startsWithData(ref) ? "rule values aren't known at compile time" : "";
    }
    return operand instanceof Var v && last(v) != null
        ? note(v, Objects.requireNonNull(last(v)))
        : "";
  }

  private String note(Var v, Var source) {
    String name = names.text(v);
    BuiltinDescriptor builtin = results.get(source.name());
    Term other = equal.get(source.name());
    if (builtin != null) {
      return name + " is computed by " + builtin.name();
    } else if (other instanceof Ref ref && "input".equals(Refs.root(ref))) {
      return name + " comes from " + names.text(constantPart(ref));
    } else if (other instanceof Ref ref && Refs.startsWithData(ref)) {
      return name
          + " comes from rule "
          + constantPart(ref)
          + ", whose value isn't known at compile time";
    }
    Value collection = collection(other);
    if (collection != null) {
      int size = Objects.requireNonNull(KnownValues.members(collection)).size();
      return name + " is one of " + (size > MOST ? size + " values" : collection);
    }
    return ofHead(source.name(), name);
  }

  private static Ref constantPart(Ref ref) {
    int size = 1;
    while (size < ref.size() && Terms.isGround(ref.operand(size))) {
      size++;
    }
    return Refs.prefix(ref, size);
  }

  private String ofHead(String variable, String name) {
    Head head = reference.link().head();
    if (head.args() != null && head.args().stream().anyMatch(a -> isNamed(a, variable))) {
      return name + " is an argument of " + names.text(rule.ref());
    }
    boolean key =
        head.ref().parts().stream().skip(1).anyMatch(p -> isNamed(p, variable))
            || head.key() != null && isNamed(head.key(), variable);
    return key ? name + " is a key of " + names.text(rule.ref()) : "";
  }

  private static boolean isNamed(Term term, String name) {
    return term instanceof Var v && v.name().equals(name);
  }
}
