package dev.kspm.connectors.documents.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.connectors.documents.host.VersionedDefaults.Minor;
import dev.kspm.rego.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VersionedDefaultsTest {
  private static NodeDocument node(String... args) {
    return new NodeReader(new MemoryTree(), List.of(new HostProcess(7, args[0], List.of(args))))
        .read(Optional.of("n"), List.of());
  }

  private static String rates(NodeDocument node) {
    return Json.write(
            KubeletConfig.at(node.document(), List.of("effective", "kubelet", "event-qps")))
        + Json.write(
            KubeletConfig.at(node.document(), List.of("effective", "kubelet", "event-burst")));
  }

  @ParameterizedTest
  @CsvSource({
    "v1.26.15-eks-a1b2c3, 5, 10",
    "v1.24.0, 5, 10",
    "1.26, 5, 10",
    "v1.26+, 5, 10",
    "v1.27.0, 50, 100",
    "v1.35.4, 50, 100",
    "v2.0, 50, 100",
    "'', 50, 100",
    "no version, 50, 100",
    "v1.2600000, 50, 100"
  })
  void aKubeletOfAVersion(String version, int rate, int burst) {
    NodeDocument node = VersionedDefaults.ofKubelet(node("kubelet"), version);
    assertThat(rates(node))
        .isEqualTo(
            "{\"path\":null,\"source\":\"default\",\"value\":"
                + rate
                + "}{\"path\":null,\"source\":\"default\",\"value\":"
                + burst
                + "}");
    assertThat(node.gaps()).isEqualTo(node("kubelet").gaps());
  }

  @Test
  void whatWasGivenStays() {
    NodeDocument given = node("kubelet", "--event-qps=50", "--event-burst=100");
    assertThat(VersionedDefaults.ofKubelet(given, "v1.20.0")).isEqualTo(given);
  }

  @Test
  void anOtherComponentAlone() {
    NodeDocument proxy = node("kube-proxy");
    assertThat(VersionedDefaults.ofKubelet(proxy, "v1.20.0")).isEqualTo(proxy);
  }

  @Test
  void minorVersionsAreNumbers() {
    assertThat(Minor.parse("1.9").orElseThrow()).isLessThan(Minor.parse("v1.27.3").orElseThrow());
    assertThat(Minor.parse("1.30").orElseThrow()).isLessThan(Minor.parse("2.0").orElseThrow());
  }
}
