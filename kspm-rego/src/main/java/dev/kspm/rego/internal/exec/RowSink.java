package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/** All answers of a query. */
final class RowSink extends Sink {
  private final Run run;
  final List<Value> rows = new ArrayList<>();

  RowSink(Run run) {
    this.run = run;
  }

  @Override
  boolean accept(Value[] keys, Value value, Op.Yield site) {
    run.build(1);
    rows.add(value);
    return false;
  }
}
