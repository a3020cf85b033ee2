package dev.kspm.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kspm.resource.ResourceKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;

class FindingIdProperties {
  @Example
  void idsAreThoseOfDatadog() {
    assertThat(FindingId.of("def-00k-eye", ResourceKey.of("i-08a6fa687c9a6d2db")))
        .isEqualTo("ZGVmLTAway1leWV-aS0wOGE2ZmE2ODdjOWE2ZDJkYg==");
  }

  @Property
  void idsTellRuleAndResource(
      @ForAll @AlphaChars @NotEmpty String rule, @ForAll @NotEmpty String key) {
    String id = FindingId.of(rule, ResourceKey.of(key));
    String text = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
    assertThat(text.substring(0, text.indexOf('~'))).isEqualTo(rule);
    assertThat(id).matches("[A-Za-z0-9_-]+={0,2}").hasSize((id.length() + 3) / 4 * 4);
  }

  @Example
  void aTildeInARuleIdIsRefused() {
    assertThatThrownBy(() -> FindingId.of("a~b", ResourceKey.of("c")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a~b");
  }
}
