package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.BuiltinDescriptor;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to compile. Immutable.
 *
 * @param builtins the builtins that may be called, by name
 * @param unsafeBuiltins builtins whose call is an error although they exist
 * @param strict unused variables and imports are errors, and in v0 what v1 forbids
 * @param keepPrint whether {@code print} calls stay
 * @param testCases whether tests with cases say which case they are at
 * @param errorLimit how many errors are reported, 0 for all
 */
public record CompilerOptions(
    Map<String, BuiltinDescriptor> builtins,
    Set<String> unsafeBuiltins,
    boolean strict,
    boolean keepPrint,
    boolean testCases,
    int errorLimit) {
  public static final int DEFAULT_ERROR_LIMIT = 10;

  public CompilerOptions {
    builtins = Map.copyOf(builtins);
    unsafeBuiltins = Set.copyOf(unsafeBuiltins);
  }

  /** Not strict, prints erased, at most ten errors. */
  public static CompilerOptions of(Map<String, BuiltinDescriptor> builtins) {
    return new CompilerOptions(builtins, Set.of(), false, false, false, DEFAULT_ERROR_LIMIT);
  }

  public CompilerOptions withStrict(boolean on) {
    return new CompilerOptions(builtins, unsafeBuiltins, on, keepPrint, testCases, errorLimit);
  }

  public CompilerOptions withKeepPrint(boolean on) {
    return new CompilerOptions(builtins, unsafeBuiltins, strict, on, testCases, errorLimit);
  }

  public CompilerOptions withTestCases(boolean on) {
    return new CompilerOptions(builtins, unsafeBuiltins, strict, keepPrint, on, errorLimit);
  }

  public CompilerOptions withErrorLimit(int limit) {
    return new CompilerOptions(builtins, unsafeBuiltins, strict, keepPrint, testCases, limit);
  }

  @Nullable BuiltinDescriptor builtin(String name) {
    return builtins.get(name);
  }
}
