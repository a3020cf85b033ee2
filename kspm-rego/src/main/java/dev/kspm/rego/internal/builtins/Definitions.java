package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.builtin.BuiltinFunction;
import dev.kspm.rego.builtin.BuiltinRelation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects the builtins of the categories; belongs to the registry that is being made. */
final class Definitions {
  private final Map<String, Builtin> builtins = new LinkedHashMap<>();
  private final Set<String> missing = new TreeSet<>();
  private String category = "";
  private @Nullable String infix;
  private boolean deprecated;
  private boolean nondeterministic;

  Map<String, Builtin> builtins() {
    return builtins;
  }

  /** Names of the builtins that are described but cannot be called. */
  Set<String> missing() {
    return missing;
  }

  void category(String name) {
    category = name;
  }

  /** The next builtin has an operator. */
  Definitions infix(String operator) {
    infix = operator;
    return this;
  }

  /** The next builtin may be called in v0 only. */
  Definitions deprecated() {
    deprecated = true;
    return this;
  }

  /** The next builtin may answer differently at another time. */
  Definitions nondeterministic() {
    nondeterministic = true;
    return this;
  }

  void function(String name, String signature, String description, BuiltinFunction function) {
    add(Builtin.function(descriptor(name, signature, description, false), function));
  }

  void relation(String name, String signature, String description, BuiltinRelation relation) {
    add(Builtin.relation(descriptor(name, signature, description, true), relation));
  }

  /** A builtin whose function is not written yet; calling it fails. */
  void missing(String name, String signature, String description) {
    missing.add(name);
    function(
        name,
        signature,
        description,
        (context, args) -> {
          throw BuiltinException.failed(name + " is not supported");
        });
  }

  void missingRelation(String name, String signature, String description) {
    missing.add(name);
    relation(
        name,
        signature,
        description,
        (context, args, results) -> {
          throw BuiltinException.failed(name + " is not supported");
        });
  }

  private BuiltinDescriptor descriptor(
      String name, String signature, String description, boolean relation) {
    BuiltinDescriptor descriptor =
        new BuiltinDescriptor(
            name,
            SignatureText.parse(signature),
            infix,
            List.of(category),
            description,
            !nondeterministic,
            relation,
            deprecated);
    infix = null;
    deprecated = false;
    nondeterministic = false;
    return descriptor;
  }

  private void add(Builtin builtin) {
    String name = builtin.descriptor().name();
    if (builtins.putIfAbsent(name, builtin) != null) {
      throw new IllegalStateException("defined twice: " + name);
    }
  }
}
