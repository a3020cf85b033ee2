package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Body;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A query in normal form. Immutable.
 *
 * @param body what to run
 * @param bindings variables of a result, sorted by name: name in the source → name in the body;
 *     wildcards and names made by passes are left out
 * @param wildcards the wildcards of the body, which conformance cases count among the bindings
 * @param expressions the expressions as written, one for each value of a result; empty unless asked
 *     for
 * @param written the names in the source of variables that passes renamed
 */
public record CompiledQuery(
    Body body,
    Map<String, String> bindings,
    List<String> wildcards,
    List<Expression> expressions,
    Map<String, String> written) {
  public CompiledQuery {
    bindings = Collections.unmodifiableMap(new TreeMap<>(bindings));
    wildcards = List.copyOf(wildcards);
    expressions = List.copyOf(expressions);
    written = Map.copyOf(written);
  }

  /**
   * An expression as written at the top level of the query.
   *
   * @param text its source
   * @param span its place
   * @param index its position as written
   * @param value the variable that holds its value, {@code null} when the value is {@code true}
   */
  public record Expression(String text, Span span, int index, @Nullable String value) {}
}
