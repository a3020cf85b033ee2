package dev.kspm.rego.internal.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kspm.rego.Json;
import dev.kspm.rego.conformance.Corpora;
import dev.kspm.rego.conformance.Verdicts;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.internal.ast.AstJson;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Trees, with places, as {@code opa parse} gives them. */
class AstCorpusTest {
  private static final Verdicts VERDICTS = new Verdicts("ast");

  @TestFactory
  Stream<DynamicTest> trees() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String file : Corpora.files("ast")) {
      for (Value value : Corpora.own("ast", file)) {
        ObjectValue test = (ObjectValue) value;
        String name = Corpora.text(test, "name");
        tests.add(VERDICTS.test("ast", "ast/" + file + "#" + name, name, () -> check(test)));
      }
    }
    return tests.stream();
  }

  @AfterAll
  static void report() {
    VERDICTS.report();
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
