package dev.kspm.rego.internal.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kspm.rego.conformance.Corpora;
import dev.kspm.rego.conformance.Verdicts;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.internal.ast.BodyStatement;
import dev.kspm.rego.internal.ast.Import;
import dev.kspm.rego.internal.ast.PackageDeclaration;
import dev.kspm.rego.internal.ast.Statement;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** OPA's fuzzing seeds, read as lists of statements in both versions. */
class StatementSeedsTest {
  private static final int SEEDS = 1181;
  private static final Verdicts VERDICTS = new Verdicts("statements");

  @TestFactory
  Stream<DynamicTest> seeds() {
    return Corpora.opa("statements/seeds.json")
        .map(StatementSeedsTest::seeds)
        .orElseGet(Stream::empty);
  }

  private static Stream<DynamicTest> seeds(Path file) {
    ArrayValue seeds = (ArrayValue) Corpora.read(file);
    assertEquals(SEEDS, seeds.size());
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < seeds.size(); i++) {
      ObjectValue seed = (ObjectValue) seeds.get(i);
      for (RegoVersion version : RegoVersion.values()) {
        String mode = version == RegoVersion.V0 ? "v0" : "v1";
        tests.add(
            VERDICTS.test(
                "statements " + mode,
                "statements/seeds.json#" + i + "#" + mode,
                "seed " + i + " " + mode,
                () -> check(seed, version, mode)));
      }
    }
    return tests.stream();
  }

  @AfterAll
  static void report() {
    VERDICTS.report();
  }

  private static void check(ObjectValue seed, RegoVersion version, String mode) {
    ObjectValue verdict = (ObjectValue) Corpora.member(seed, mode);
    ParseResult<List<Statement>> parsed =
        Parser.parseStatements(
            SourceText.of("", Corpora.text(seed, "text")), ParserOptions.of(version));
    List<String> found = new ArrayList<>();
    for (Diagnostic diagnostic : parsed.diagnostics()) {
      found.add(diagnostic.code() + " " + diagnostic.span() + " " + diagnostic.message());
    }
    List<Statement> statements = parsed.value();
    if (statements != null) {
      statements.forEach(s -> found.add(kind(s)));
    }
    List<String> wanted = new ArrayList<>();
    if (verdict.get("errors") instanceof ArrayValue errors) {
      for (Value value : errors) {
        ObjectValue error = (ObjectValue) value;
        wanted.add(
            Corpora.text(error, "code")
                + " "
                + Corpora.member(error, "row")
                + ":"
                + Corpora.member(error, "col")
                + " "
                + Corpora.text(error, "message"));
      }
    } else if (verdict.get("statements") instanceof ArrayValue kinds) {
      kinds.forEach(kind -> wanted.add(((StringValue) kind).value()));
    }
    assertEquals(wanted, found);
  }

  private static String kind(Statement statement) {
    if (statement instanceof PackageDeclaration) {
      return "package";
    } else if (statement instanceof Import) {
      return "import";
    }
    return statement instanceof BodyStatement ? "body" : "rule";
  }
}
