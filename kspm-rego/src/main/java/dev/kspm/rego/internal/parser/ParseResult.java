package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.policy.CompileException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading a text gave: a value, or what is wrong.
 *
 * @param value {@code null} when there are diagnostics
 */
public record ParseResult<T>(@Nullable T value, List<Diagnostic> diagnostics) {
  public ParseResult {
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean isOk() {
    return diagnostics.isEmpty();
  }

  /**
   * The value.
   *
   * @throws CompileException with the diagnostics if there is none
   */
  public T orThrow() {
    if (value == null) {
      throw new CompileException(diagnostics);
    }
    return value;
  }
}
