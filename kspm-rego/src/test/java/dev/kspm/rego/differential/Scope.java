package dev.kspm.rego.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * What a term may use at one place: the variables that are bound there, the symbols of the module,
 * and whether it may run through collections.
 */
final class Scope {
  /** A variable that is bound. */
  record Variable(String name, Type type) {}

  private final Names names;
  private final ModuleText module;
  private final List<Variable> variables;
  private final boolean iterates;

  private Scope(Names names, ModuleText module, List<Variable> variables, boolean iterates) {
    this.names = names;
    this.module = module;
    this.variables = variables;
    this.iterates = iterates;
  }

  /** Gives names that were not used before. */
  static final class Names {
    private int count;

    String next() {
      return "v" + count++;
    }
  }

  static Scope of(ModuleText module) {
    return new Scope(new Names(), module, new ArrayList<>(), true);
  }

  /** A scope within this one, whose variables are not seen here. */
  Scope inner() {
    return new Scope(names, module, new ArrayList<>(variables), true);
  }

  /** A scope within this one that sees no variable of it. */
  Scope closed() {
    return new Scope(names, module, new ArrayList<>(), true);
  }

  /** The same where nothing may be run through. */
  Scope still() {
    return new Scope(names, module, new ArrayList<>(variables), false);
  }

  boolean iterates() {
    return iterates;
  }

  ModuleText module() {
    return module;
  }

  /** A name for a variable that {@link #bind} will add. */
  String fresh() {
    return names.next();
  }

  void bind(String name, Type type) {
    variables.add(new Variable(name, type));
  }

  Type type(String name) {
    return variables.stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow().type();
  }

  String bindNew(Type type) {
    String name = fresh();
    bind(name, type);
    return name;
  }

  List<Variable> of(Type type) {
    return variables.stream().filter(v -> type.equals(Type.ANY) || v.type().equals(type)).toList();
  }

  List<Variable> variables() {
    return variables;
  }
}
