package dev.kspm.rego;

import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Modules and data, compiled. Immutable and thread-safe; keep it and evaluate it as often as you
 * like.
 */
public interface CompiledPolicy {
  /**
   * Compiles a query against this policy.
   *
   * @param query Rego text, such as {@code data.example.allow} or {@code x := data.example.deny[_]}
   * @throws dev.kspm.rego.policy.CompileException with everything that is wrong
   */
  PreparedQuery prepare(String query);

  /**
   * Compiles a query with a package and imports of its own.
   *
   * @param packageName as a module would declare it, such as {@code example.sub}, or {@code null}
   * @param imports such as {@code data.lib.strings}
   */
  PreparedQuery prepare(String query, @Nullable String packageName, List<String> imports);

  /** Starts a session: evaluations of one input that share their work. */
  Session session(@Nullable Value input, SessionOptions options);

  /** A session with default options. */
  default Session session(@Nullable Value input) {
    return session(input, SessionOptions.DEFAULT);
  }

  /**
   * Compiles further modules on top of this policy, which is not changed and not compiled again. A
   * broken overlay harms no other.
   *
   * @param data merged over the data of this policy
   * @throws dev.kspm.rego.policy.CompileException with everything that is wrong
   */
  CompiledPolicy extend(List<PolicySource> sources, ObjectValue data);

  /**
   * The rules and functions that are defined, as references such as {@code data.example.allow},
   * sorted.
   */
  List<RuleInfo> rules();

  /** The base document below {@code data}. */
  ObjectValue data();
}
