package dev.kspm.rego.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Policies with the plans that they should have. After a wanted change run with {@code
 * -Dkspm.plans=write} and read the difference.
 */
class PlanTextTest {
  private static final Path FOLDER = Path.of("src/test/resources/plans");

  static Stream<String> policies() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".rego"))
          .map(f -> f.substring(0, f.length() - 5))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void hasThePlanThatItShouldHave(String name) throws IOException {
    String plans = plans(name + ".rego", Files.readString(FOLDER.resolve(name + ".rego")));
    Path golden = FOLDER.resolve(name + ".plan");
    if ("write".equals(System.getProperty("kspm.plans"))) {
      Files.writeString(golden, plans);
    }
    assertThat(plans).isEqualTo(Files.readString(golden));
  }

  private static String plans(String name, String text) {
    Planner planner = Plans.planner(name, text);
    StringBuilder plans = new StringBuilder();
    for (RuleSet rules : planner.tree().ruleSets()) {
      for (int known = 0; known <= rules.depth(); known++) {
        plans.append(plans.isEmpty() ? "" : "\n").append(PlanText.of(planner, rules, known));
      }
    }
    return plans.toString();
  }
}
