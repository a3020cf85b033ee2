package dev.kspm.rego.testing;

import dev.kspm.rego.EvaluationEvent;
import dev.kspm.rego.EvaluationListener;
import dev.kspm.rego.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How often the rows of policies were evaluated, and how long that took, as OPA's {@code
 * --profile}. Not thread-safe: belongs to the sessions that tell it.
 */
public final class Profile implements EvaluationListener {
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private @Nullable Row current;
  private long since;

  /** An empty profile. */
  public Profile() {}

  @Override
  public void event(EvaluationEvent event) {
    boolean eval = event.kind() == EvaluationEvent.Kind.EVAL;
    if (!event.isOfExpression() || !eval && event.kind() != EvaluationEvent.Kind.REDO) {
      return;
    }
    stop();
    Span span = event.span();
    Row row = rows.computeIfAbsent(span.file() + ":" + span.row(), unused -> new Row(span));
    row.positions.add(event.position());
    if (eval) {
      row.evals++;
    } else {
      row.redos++;
    }
    current = row;
    since = System.nanoTime();
  }

  /** Ends the time of the expression that was told last; to be called when an evaluation ends. */
  public void stop() {
    if (current != null) {
      current.nanos += System.nanoTime() - since;
      current = null;
    }
  }

  /** By what rows are sorted; the greatest comes first. */
  public enum Order {
    TOTAL_TIME_NS(Comparator.comparing(Entry::nanos).reversed()),
    NUM_EVAL(Comparator.comparing(Entry::evals).reversed()),
    NUM_REDO(Comparator.comparing(Entry::redos).reversed()),
    NUM_GEN_EXPR(Comparator.comparing(Entry::expressions).reversed()),
    FILE(Comparator.comparing((Entry entry) -> entry.span().file()).reversed()),
    LINE(Comparator.comparing((Entry entry) -> entry.span().row()).reversed());

    private final Comparator<Entry> comparator;

    Order(Comparator<Entry> comparator) {
      this.comparator = comparator;
    }
  }

  /**
   * The rows.
   *
   * @param orders by what they are sorted, the most important first; by time when empty
   * @param limit how many are wanted at most; 0 for all
   */
  public List<Entry> entries(List<Order> orders, int limit) {
    Comparator<Entry> order = null;
    for (Order one : orders.isEmpty() ? List.of(Order.values()) : orders) {
      order = order == null ? one.comparator : order.thenComparing(one.comparator);
    }
    List<Entry> entries = new ArrayList<>(rows.values().stream().map(Row::entry).toList());
    entries.sort(order);
    return limit > 0 && limit < entries.size() ? List.copyOf(entries.subList(0, limit)) : entries;
  }

  /**
   * One row of a file.
   *
   * @param span the expression on it that was evaluated first
   * @param nanos how long all its evaluations took
   * @param evals how often its expressions were evaluated
   * @param redos how often they were tried again
   * @param expressions how many expressions the compiler made of it
   */
  public record Entry(Span span, long nanos, int evals, int redos, int expressions) {}

  private static final class Row {
    private final Span span;
    private final Set<Integer> positions = new TreeSet<>();
    private long nanos;
    private int evals;
    private int redos;

    Row(Span span) {
      this.span = span;
    }

    Entry entry() {
      return new Entry(span, nanos, evals, redos, positions.size());
    }
  }
}
