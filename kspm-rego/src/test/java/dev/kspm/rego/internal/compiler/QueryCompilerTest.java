package dev.kspm.rego.internal.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kspm.rego.policy.CompileException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Queries: their bindings, and the values of their expressions. */
class QueryCompilerTest {
  private final CompiledModules modules = Sources.compile("package a\nf(x) := x + 1\np contains 1");

  @Test
  void bindingsHaveTheNamesOfTheSource() {
    CompiledQuery query = compile("x := 1; y = x; some z in [1]; _ = input");
    assertThat(query.bindings())
        .isEqualTo(Map.of("x", "__localq0__", "y", "y", "z", "__localq3__"));
    assertThat(query.wildcards()).hasSize(1);
  }

  @Test
  void namesAreResolvedInThePackageOfTheContext() {
    QueryContext context =
        new QueryContext(Sources.parse("package a").get(0).packageDeclaration().path(), List.of());
    assertThat(new QueryCompiler(modules).compile(Sources.query("p[x]"), context).body())
        .hasToString("data.a.p[x]");
  }

  @Test
  void expressionsHaveVariablesForTheirValues() {
    CompiledQuery query =
        new QueryCompiler(modules)
            .compileWithValues(Sources.query("x := 1; data.a.f(x); not x > 2"), QueryContext.NONE);
    assertThat(query.expressions())
        .extracting(CompiledQuery.Expression::text)
        .containsExactly("x := 1", "data.a.f(x)", "not x > 2");
    assertThat(query.expressions().get(0).value()).isNull();
    assertThat(query.expressions().get(1).value()).isNotNull();
    assertThat(query.expressions().get(2).value()).isNull();
  }

  @Test
  void anUnsafeQueryIsRefused() {
    assertThatThrownBy(() -> compile("x > 1"))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("1:1: rego_unsafe_var_error: var x is unsafe");
  }

  private CompiledQuery compile(String text) {
    return new QueryCompiler(modules).compile(Sources.query(text), QueryContext.NONE);
  }
}
