package dev.kspm.rego.internal.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.policy.CompileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Modules on top of a compiled base; and that the order of modules does not matter. */
class OverlayTest {
  private static final String BASE = "package lib\nf(x) := x + 1\nlimit := 3";
  private static final String RULE = "package rule\nimport data.lib\np if lib.f(1) < lib.limit";

  private final ModuleCompiler compiler = new ModuleCompiler(Sources.options());

  @Test
  void theBaseIsNotCompiledAgain() {
    CompiledModules base = compiler.compile(Sources.parse(BASE));
    CompiledModules both = compiler.compile(base, named("rule.rego", RULE));
    assertThat(both.modules()).hasSize(2).contains(base.modules().get(0));
    assertThat(both.rules().allRules()).containsAll(base.rules().allRules()).hasSize(3);
    assertThat(base.rules().allRules()).hasSize(2);
  }

  @Test
  void aBrokenOverlayHarmsNoOther() {
    CompiledModules base = compiler.compile(Sources.parse(BASE));
    List<Module> broken = named("bad.rego", "package rule\np if data.lib.f(1, 2, 3)");
    assertThatThrownBy(() -> compiler.compile(base, broken)).isInstanceOf(CompileException.class);
    assertThat(compiler.compile(base, named("rule.rego", RULE)).modules()).hasSize(2);
  }

  @Test
  void anOverlayMayNotContradictTheBase() {
    CompiledModules base = compiler.compile(Sources.parse(BASE));
    assertThatThrownBy(
            () -> compiler.compile(base, named("x.rego", "package lib\nlimit contains 1")))
        .hasMessageContaining("conflicting rules data.lib.limit found");
  }

  @Test
  void theOrderOfModulesDoesNotMatter() {
    String[] texts = {
      BASE,
      RULE,
      "package q\nr contains x if some x in input[data.lib.limit]",
      "package q\ns := data.q.r"
    };
    List<Module> modules = new ArrayList<>(Sources.parse(texts));
    String expected = text(compiler.compile(modules));
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(modules, random);
      assertThat(text(compiler.compile(modules))).isEqualTo(expected);
    }
  }

  private static List<Module> named(String name, String text) {
    return List.of(
        dev.kspm.rego.internal.parser.Parser.parseModule(
                dev.kspm.rego.diagnostic.SourceText.of(name, text),
                dev.kspm.rego.internal.parser.ParserOptions.of(dev.kspm.rego.policy.RegoVersion.V1))
            .orThrow());
  }

  private static String text(CompiledModules modules) {
    StringBuilder text = new StringBuilder();
    modules.modules().forEach(m -> m.rules().forEach(r -> text.append(r).append('\n')));
    return text.toString();
  }
}
