package dev.kspm.rego;

import dev.kspm.rego.internal.compiler.CompiledQuery;
import dev.kspm.rego.internal.exec.Code;
import dev.kspm.rego.internal.exec.Executable;
import dev.kspm.rego.internal.exec.Run;
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
  private final List<@Nullable String> variables = new ArrayList<>();

  LinkedQuery(LinkedPolicy policy, CompiledQuery query) {
    this.policy = policy;
    this.query = query;
    this.names = List.copyOf(query.bindings().keySet());
    names.forEach(name -> variables.add(query.bindings().get(name)));
    query.expressions().forEach(expression -> variables.add(expression.value()));
    this.plan = policy.planner(false).planQuery(query.body(), variables);
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

  /** The name in the source of a variable of the query or a module. */
  String writtenName(String variable) {
    String mine = query.written().get(variable);
    return mine == null ? policy.writtenName(variable) : mine;
  }

  LinkedPolicy policy() {
    return policy;
  }

  List<QueryResult.Row> run(Run run, boolean observed) {
    Executable executable = policy.executable(observed);
    Procedure procedure = observed ? policy.planner(true).planQuery(query.body(), variables) : plan;
    Code prepared = observed ? executable.prepare(procedure) : code;
    List<QueryResult.Row> rows = new ArrayList<>();
    for (ArrayValue values : executable.query(run, procedure, prepared)) {
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
