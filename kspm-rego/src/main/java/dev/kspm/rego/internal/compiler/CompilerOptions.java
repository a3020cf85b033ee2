package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.value.Value;
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
 * @param schemas JSON Schemas by the names that annotations use ({@code schema.a}); {@code schema}
 *     alone is of {@code input}; {@code null} when annotations that name one are to be passed by
 */
public record CompilerOptions(
    Map<String, BuiltinDescriptor> builtins,
    Set<String> unsafeBuiltins,
    boolean strict,
    boolean keepPrint,
    boolean testCases,
    int errorLimit,
    @Nullable Map<String, Value> schemas) {
  public static final int DEFAULT_ERROR_LIMIT = 10;

  public CompilerOptions {
    builtins = Map.copyOf(builtins);
    unsafeBuiltins = Set.copyOf(unsafeBuiltins);
    schemas = schemas == null ? null : Map.copyOf(schemas);
  }

  /** Not strict, prints erased, at most ten errors. */
  public static CompilerOptions of(Map<String, BuiltinDescriptor> builtins) {
    return new CompilerOptions(builtins, Set.of(), false, false, false, DEFAULT_ERROR_LIMIT, null);
  }

  public CompilerOptions withStrict(boolean on) {
    return new CompilerOptions(
        builtins, unsafeBuiltins, on, keepPrint, testCases, errorLimit, schemas);
  }

  public CompilerOptions withKeepPrint(boolean on) {
    return new CompilerOptions(
        builtins, unsafeBuiltins, strict, on, testCases, errorLimit, schemas);
  }

  public CompilerOptions withTestCases(boolean on) {
    return new CompilerOptions(
        builtins, unsafeBuiltins, strict, keepPrint, on, errorLimit, schemas);
  }

  public CompilerOptions withErrorLimit(int limit) {
    return new CompilerOptions(
        builtins, unsafeBuiltins, strict, keepPrint, testCases, limit, schemas);
  }

  public CompilerOptions withSchemas(@Nullable Map<String, Value> wanted) {
    return new CompilerOptions(
        builtins, unsafeBuiltins, strict, keepPrint, testCases, errorLimit, wanted);
  }

  @Nullable BuiltinDescriptor builtin(String name) {
    return builtins.get(name);
  }
}
