package dev.kspm.rego.internal.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which errors are found together, and which end a compilation. */
class CompilerErrorsTest {

  @Test
  void whatIsUnusedDoesNotHideOtherErrors() {
    assertThat(Sources.errors(Sources.options(), "p if { some x; true }\nq if y"))
        .containsExactly("2: declared var x unused", "3: var y is unsafe");
  }

  @Test
  void strictModeReportsWhatIsUnused() {
    assertThat(
            Sources.errors(
                Sources.options().withStrict(true), "import data.foo\nf(x) := 1\np if { y := 1 }"))
        .containsExactly(
            "2: import data.foo unused",
            "3: unused argument x. (hint: use _ (wildcard variable) instead)",
            "4: assigned var y unused");
  }

  @Test
  void aRedeclarationEndsTheCompilation() {
    assertThat(Sources.errors(Sources.options(), "p if { x := 1; x := 2 }\nq if y"))
        .containsExactly("2: var x assigned above");
  }

  @Test
  void anAssignmentBlamesItsRightSide() {
    assertThat(Sources.errors(Sources.options(), "p if { x := y; x = 7; z := x }"))
        .containsExactly("2: var y is unsafe");
  }

  @Test
  void atMostTenErrors() {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      rules.append("p").append(i).append(" if x\n");
    }
    assertThat(Sources.errors(Sources.options(), rules.toString()))
        .hasSize(11)
        .last()
        .isEqualTo("0: error limit reached");
    assertThat(Sources.errors(Sources.options().withErrorLimit(0), rules.toString())).hasSize(12);
  }

  @Test
  void printSeesWhatIsBoundFromCallsAndComprehensions() {
    assertThat(
            Sources.errors(
                Sources.options().withKeepPrint(true),
                """
                p if { some i in numbers.range(1, 3); print(i) }
                q if { some k, v in [x | x := 1]; print(k, v) }
                r if { some i in object.keys({"a": 1}); print(i) }
                s if { print(i); some j in numbers.range(1, 2) }
                """))
        .containsExactly("5: var i is undeclared");
  }

  @Test
  void recursionNamesTheWay() {
    assertThat(Sources.errors(Sources.options(), "p if q\nq if r\nr if p"))
        .first()
        .isEqualTo("2: rule data.a.p is recursive: data.a.p -> data.a.q -> data.a.r -> data.a.p");
  }
}
