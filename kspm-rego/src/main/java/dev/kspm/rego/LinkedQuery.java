package dev.kspm.rego;

import dev.kspm.rego.internal.compiler.CompiledQuery;
import dev.kspm.rego.internal.exec.Code;
import dev.kspm.rego.internal.exec.Executable;
import dev.kspm.rego.internal.exec.Run;
import dev.kspm.rego.internal.plan.Planner;
import dev.kspm.rego.internal.plan.Procedure;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled query with its plan and code. */
final class LinkedQuery implements PreparedQuery {
  private final LinkedPolicy policy;
  private final CompiledQuery query;
  private final Procedure plan;
  private final Code code;
  private final List<String> names;

  LinkedQuery(LinkedPolicy policy, CompiledQuery query, Planner planner) {
    this.policy = policy;
    this.query = query;
    this.names = List.copyOf(query.bindings().keySet());
    List<@Nullable String> variables = new ArrayList<>();
    names.forEach(name -> variables.add(query.bindings().get(name)));
    query.expressions().forEach(expression -> variables.add(expression.value()));
    this.plan = planner.planQuery(query.body(), variables);
    this.code = policy.executable(false).prepare(plan);
  }

  @Override
  public QueryResult evaluate(@Nullable Value input) {
    return evaluate(input, SessionOptions.DEFAULT);
  }

  @Override
  public QueryResult evaluate(@Nullable Value input, SessionOptions options) {
    return policy.session(input, options).query(this);
  }

  LinkedPolicy policy() {
    return policy;
  }

  List<QueryResult.Row> run(Run run, boolean observed) {
    Executable executable = policy.executable(observed);
    Code prepared = observed ? executable.prepare(plan) : code;
    List<QueryResult.Row> rows = new ArrayList<>();
    for (ArrayValue values : executable.query(run, plan, prepared)) {
      rows.add(row(values));
    }
    return rows;
  }

  private QueryResult.Row row(ArrayValue values) {
    ObjectValue.Builder bindings = ObjectValue.builder();
    for (int i = 0; i < names.size(); i++) {
      bindings.put(names.get(i), values.get(i));
    }
    List<QueryResult.ExpressionValue> expressions = new ArrayList<>();
    for (int i = 0; i < query.expressions().size(); i++) {
      CompiledQuery.Expression expression = query.expressions().get(i);
      expressions.add(
          new QueryResult.ExpressionValue(
              values.get(names.size() + i), expression.text(), expression.span()));
    }
    return new QueryResult.Row(bindings.build(), expressions);
  }
}
