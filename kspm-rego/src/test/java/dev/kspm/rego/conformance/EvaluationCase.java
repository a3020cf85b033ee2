package dev.kspm.rego.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.Json;
import dev.kspm.rego.NondeterministicCache;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.PreparedQuery;
import dev.kspm.rego.QueryResult;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.SessionOptions;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of OPA's evaluation cases and how it is decided (the corpus' README says so in words). */
record EvaluationCase(String id, RegoVersion version, ObjectValue fields) {

  /**
   * Cases of the Wasm compiler name modules otherwise, and the texts of their errors are those of
   * its run time.
   */
  private boolean isWasm() {
    return id.startsWith("wasm/");
  }

  String note() {
    return fields.get("note") instanceof StringValue note ? note.value() : id;
  }

  private boolean flag(String name) {
    return fields.get(name) == BooleanValue.TRUE;
  }

  private String text(String name) {
    return fields.get(name) instanceof StringValue text ? text.value() : "";
  }

  /** The modules, in one of the variants. */
  List<PolicySource> sources(Variant variant) {
    List<PolicySource> sources = new ArrayList<>();
    if (fields.get("modules") instanceof ArrayValue modules) {
      for (Value module : modules) {
        String name = (isWasm() ? "module" : "test-") + sources.size() + ".rego";
        PolicySource source =
            new PolicySource(SourceText.of(name, ((StringValue) module).value()), version);
        sources.add(variant == Variant.NOT ? source.withFutureKeywords(Set.of("not")) : source);
      }
    }
    return sources;
  }

  /** The builtins that we lack and the case calls. */
  Set<String> missingBuiltins() {
    return MissingBuiltins.calledBy(sources(Variant.PLAIN), text("query"));
  }

  /** Compiles the modules and the query. */
  PreparedQuery prepare(RegoEngine engine, Variant variant) {
    ObjectValue data =
        fields.get("data") instanceof ObjectValue object ? object : ObjectValue.EMPTY;
    return engine.compile(sources(variant), data).prepare(text("query"));
  }

  /** Fails with an {@link AssertionError} or the engine's exception. */
  void run(PreparedQuery query, Variant variant) {
    List<Value> rows;
    try {
      rows = evaluate(query, variant);
    } catch (EvalError error) {
      assertThat(fields.get("want_error_code") != null || fields.get("want_error") != null)
          .as("no error is expected but: %s", error.getMessage())
          .isTrue();
      if (isWasm()) {
        return;
      }
      assertThat(error.getMessage()).contains(text("want_error"));
      if (fields.get("want_error_code") != null) {
        assertThat(error.code()).isEqualTo(text("want_error_code"));
      }
      return;
    }
    assertThat(fields.get("want_error_code") == null && fields.get("want_error") == null)
        .as("expected %s %s but got %s", text("want_error_code"), text("want_error"), rows)
        .isTrue();
    if (fields.get("want_result") instanceof ArrayValue wanted) {
      assertThat((Object) asSet(rows)).isEqualTo(asSet(wanted));
    } else if (fields.get("want_defined") != null) {
      assertThat(!rows.isEmpty()).isEqualTo(flag("want_defined"));
    } else {
      throw new AssertionError("the case expects nothing");
    }
  }

  private List<Value> evaluate(PreparedQuery query, Variant variant) {
    SessionOptions options = SessionOptions.DEFAULT.withStrictBuiltinErrors(flag("strict_error"));
    if (variant == Variant.CACHE) {
      options = options.withNondeterministicCache(new NondeterministicCache());
    }
    QueryResult result = query.evaluate(input(), options);
    List<Value> rows = new ArrayList<>();
    for (QueryResult.Row row : result.rows()) {
      if (row.expressions().stream().allMatch(e -> e.value().isTruthy())) {
        rows.add(bindings(row));
      }
    }
    return rows;
  }

  private @Nullable Value input() {
    if (fields.get("input_term") instanceof StringValue term) {
      return RegoEngine.create().compile(List.of()).prepare(term.value()).evaluate().value();
    }
    return fields.get("input");
  }

  private Value bindings(QueryResult.Row row) {
    ObjectValue.Builder bindings = ObjectValue.builder();
    row.bindings()
        .forEach(
            (name, value) -> {
              Value json = Json.read(Json.write(value));
              bindings.put(
                  name,
                  flag("sort_bindings") && json instanceof ArrayValue array
                      ? ArrayValue.of(sorted(array))
                      : json);
            });
    return bindings.build();
  }

  private static List<Value> sorted(ArrayValue array) {
    List<Value> elements = new ArrayList<>();
    array.forEach(elements::add);
    elements.sort(null);
    return elements;
  }

  private static SetValue asSet(Iterable<? extends Value> rows) {
    SetValue.Builder set = SetValue.builder();
    rows.forEach(set::add);
    return set.build();
  }
}
