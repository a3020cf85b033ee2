package dev.kspm.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.policy.Capabilities;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What docs/rego.md shows is what happens, and its figures of builtins are the engine's. */
class RegoPageTest {
  private static final Path MISSING =
      Page.ROOT.resolve("kspm-rego/src/test/resources/conformance/builtins-missing.txt");

  private final Page page = new Page("docs/rego.md");

  RegoPageTest() throws IOException {}

  @TestFactory
  Stream<DynamicTest> commandsPrintWhatIsShown() {
    return page.commands();
  }

  @Test
  void theProgramIsTheOneThatIsShownAndPrintsWhatIsShown() throws Exception {
    page.assertProgram(EmbeddedPolicy.class);
  }

  @Test
  void theBuiltinsAreCounted() throws IOException {
    Set<String> missing = new TreeSet<>(Files.readAllLines(MISSING));
    Set<String> callable = new TreeSet<>();
    RegoEngine engine = RegoEngine.builder().allBuiltins().build();
    for (Value builtin :
        (ArrayValue) Objects.requireNonNull(engine.capabilities().get("builtins"))) {
      callable.add(
          ((StringValue) Objects.requireNonNull(((ObjectValue) builtin).get("name"))).value());
    }
    callable.removeAll(missing);
    assertThat(page.text())
        .contains("%d of %d builtins".formatted(callable.size(), callable.size() + missing.size()))
        .contains(Capabilities.REACHING_OUT.stream().sorted().map(n -> "`" + n + "`").toList());
    for (String name : missing) {
      String family = name.substring(0, name.lastIndexOf('.'));
      assertThat(page.text())
          .containsAnyOf("`" + name + "`", "`" + family + ".*`", "`" + family + "`");
    }
  }
}
