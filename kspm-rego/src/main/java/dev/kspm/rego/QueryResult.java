package dev.kspm.rego;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All answers of a query. Immutable.
 *
 * @param rows one for each way in which the query holds; none when it is undefined
 * @param holesNoticed numbers of the holes that the evaluation could have noticed
 */
public record QueryResult(List<Row> rows, Set<Integer> holesNoticed) {
  public QueryResult {
    rows = List.copyOf(rows);
    holesNoticed = Set.copyOf(holesNoticed);
  }

  /**
   * One answer: the values of the query's variables and of its expressions in the order in which
   * they were written.
   */
  public record Row(ObjectValue bindings, List<ExpressionValue> expressions) {
    public Row {
      expressions = List.copyOf(expressions);
    }
  }

  /** The value of one expression of the query, with its text and place. */
  public record ExpressionValue(Value value, String text, Span span) {}

  /** Whether the query has an answer. */
  public boolean isDefined() {
    return !rows.isEmpty();
  }

  /** The value of the query's single expression, or {@code null} when it is undefined. */
  public @Nullable Value value() {
    return rows.isEmpty() || rows.get(0).expressions().isEmpty()
        ? null
        : rows.get(0).expressions().get(0).value();
  }

  /** Whether the query's single expression is {@code true}. */
  public boolean isTrue() {
    return value() == BooleanValue.TRUE;
  }
}
