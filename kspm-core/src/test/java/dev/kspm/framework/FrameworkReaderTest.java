package dev.kspm.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rule.RuleFileException;
import dev.kspm.rule.Severity;
import org.junit.jupiter.api.Test;

class FrameworkReaderTest {
  private static Framework read(String yaml) {
    return FrameworkReader.read(SourceText.of("f.yaml", yaml), true);
  }

  @Test
  void everythingIsRead() {
    Framework framework =
        read(
            """
            id: cis-kubernetes
            version: "1.12"
            title: A benchmark
            kubernetes_versions: ["1.32", "1.34"]
            requirements:
              - id: "1.1"
                title: Files
                controls:
                  - {id: "1.1.1", title: One, level: 1, benchmark: automated, decided: automatic, severity: high, rules: [a, b]}
                  - {id: "1.1.2", title: Two, level: 2, benchmark: manual, decided: manual, rules: [], attest: "that it is so"}
            """);
    assertThat(framework.reference()).isEqualTo("cis-kubernetes@1.12");
    assertThat(framework.controls()).extracting(Control::id).containsExactly("1.1.1", "1.1.2");
    Control first = framework.requirements().get(0).controls().get(0);
    assertThat(first.decided()).isEqualTo(Decided.AUTOMATIC);
    assertThat(first.severity()).isEqualTo(Severity.HIGH);
    assertThat(framework.uses("b")).isTrue();
    assertThat(framework.uses("c")).isFalse();
  }

  @Test
  void everythingWrongIsNamedAtOnceWithItsLine() {
    RuleFileException wrong =
        catchThrowableOfType(
            RuleFileException.class,
            () ->
                read(
                    """
                    id: x
                    version: 1
                    requirements:
                      - id: a
                        title: A
                        controls:
                          - {id: "1", title: One, decided: perhaps}
                          - {id: "1", title: Again, sort: of}
                    """));
    assertThat(wrong)
        .hasMessage(
            """
            f.yaml:1:1: rule_file_error: title is missing
            f.yaml:7:40: rule_file_error: decided must be one of automatic, partly, manual, not perhaps
            f.yaml:8:9: rule_file_error: control 1 is there twice
            f.yaml:8:39: rule_file_error: unknown key sort""");
  }
}
