package dev.kspm.rego.builtin;

import java.util.List;

/**
 * Gives further builtins to an engine, handed to its builder or found by {@link
 * java.util.ServiceLoader}.
 */
public interface BuiltinProvider {
  List<Builtin> builtins();
}
