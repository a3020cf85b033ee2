package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be called: the builtins and the functions that rules define. */
final class Functions implements Arities {
  private final CompilerOptions options;
  private final RuleTree rules;

  Functions(CompilerOptions options, RuleTree rules) {
    this.options = options;
    this.rules = rules;
  }

  /** The arity; of a rule that is no function it is 0. */
  @Override
  public int of(Ref operator) {
    if (Refs.startsWithData(operator)) {
      List<CompiledRule> definitions = definitions(operator);
      if (definitions.isEmpty()) {
        return UNKNOWN;
      }
      List<Term> args = definitions.get(0).head().args();
      return args == null ? 0 : args.size();
    }
    BuiltinDescriptor builtin = builtin(operator);
    return builtin == null ? UNKNOWN : builtin.arity();
  }

  @Nullable BuiltinDescriptor builtin(Ref operator) {
    return Refs.startsWithData(operator) ? null : options.builtin(Refs.name(operator));
  }

  /** The type of what a name stands for; a function's with names of parameters. */
  @Nullable RegoType type(Ref name, TypeScope scope) {
    BuiltinDescriptor builtin = builtin(name);
    if (builtin == null) {
      return scope.of(name);
    }
    RegoType local = scope.variable(Refs.headName(name));
    return local == null || local.equals(builtin.type()) ? builtin.type() : scope.of(name);
  }

  /** The type of the builtin with this name, {@code null} for none. */
  @Nullable RegoType builtinType(String name) {
    BuiltinDescriptor builtin = options.builtin(name);
    return builtin == null ? null : builtin.type();
  }

  /** Whether it names a function that rules define. */
  boolean isFunction(Ref ref) {
    List<CompiledRule> definitions = definitions(ref);
    return !definitions.isEmpty() && definitions.get(0).isFunction();
  }

  /** The rules exactly at a constant reference. */
  List<CompiledRule> definitions(Ref ref) {
    if (!Refs.startsWithData(ref)) {
      return List.of();
    }
    RuleTree node = rules.find(ref);
    return node == null ? List.of() : node.rules();
  }

  RuleTree rules() {
    return rules;
  }
}
