package dev.kspm.rego.internal.builtins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.policy.Capabilities;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BuiltinsTest {
  private final Builtins builtins = Builtins.standard();

  @Test
  void thereAreAsManyAsOpaHas() {
    assertThat(builtins.all()).hasSize(206);
  }

  @TestFactory
  List<DynamicTest> signaturesAreThoseOfOpa() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    String cases = System.getenv("KSPM_OPA_CASES");
    // OPA's Go module has only the cases; the whole folder has a list of them, and must have this
    // file.
    if (cases == null
        || !(Files.exists(Path.of(cases, "expected.json"))
            || Files.exists(Path.of(cases, "capabilities.json")))) {
      return tests;
    }
    try (InputStream in = Files.newInputStream(Path.of(cases, "capabilities.json"))) {
      ObjectValue capabilities = (ObjectValue) CorpusJson.read(in);
      for (Value wanted : (ArrayValue) capabilities.get("builtins")) {
        String name = ((StringValue) wanted.lookup(StringValue.of("name"))).value();
        tests.add(
            DynamicTest.dynamicTest(
                name,
                () -> {
                  Builtin builtin = builtins.find(name);
                  assertThat(builtin).isNotNull();
                  assertThat(DescriptorJson.of(builtin)).isEqualTo(wanted);
                }));
      }
    }
    return tests;
  }

  @Test
  void operatorsAreFoundByTheirSign() {
    assertThat(builtins.operator("+").descriptor().name()).isEqualTo("plus");
    assertThat(builtins.operator("%").descriptor().name()).isEqualTo("rem");
    assertThat(builtins.operator("nothing")).isNull();
  }

  @Test
  void byDefaultNothingReachesOut() {
    assertThat(builtins.defaultCapabilities().builtins())
        .isSubsetOf(builtins.all().stream().map(b -> b.descriptor().name()).toList())
        .doesNotContainAnyElementsOf(Capabilities.REACHING_OUT);
  }

  @Test
  void whatCannotBeCalledIsNotOffered() {
    for (Builtin builtin : builtins.all()) {
      String name = builtin.descriptor().name();
      if (!builtins.callable(name)) {
        assertThat(builtins.allCapabilities().builtins()).doesNotContain(name);
      }
    }
  }

  @Test
  void aBrokenSignatureIsRefused() {
    assertThatThrownBy(() -> SignatureText.parse("(x: numbr) => any"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
