package dev.kspm.rego.internal.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kspm.rego.Json;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.internal.ast.AstJson;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Trees, with places, as {@code opa parse} gives them. */
class AstCorpusTest {
  private static final int CASES = 120;

  @TestFactory
  Stream<DynamicTest> trees() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String file : List.of("syntax.json", "shapes.json")) {
      for (Value value : (ArrayValue) Corpora.own("ast/" + file)) {
        ObjectValue test = (ObjectValue) value;
        tests.add(DynamicTest.dynamicTest(Corpora.text(test, "name"), () -> check(test)));
      }
    }
    assertEquals(CASES, tests.size());
    return tests.stream();
  }

  private static void check(ObjectValue test) {
    RegoVersion version =
        Corpora.text(test, "rego_version").equals("v0") ? RegoVersion.V0 : RegoVersion.V1;
    SourceText source = SourceText.of("policy.rego", Corpora.text(test, "module"));
    Module module =
        Parser.parseModule(source, ParserOptions.of(version).withAnnotations()).orThrow();
    assertEquals(Json.write(Corpora.member(test, "ast")), Json.write(AstJson.value(module, true)));
  }
}
