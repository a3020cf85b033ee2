package dev.kspm.connectors.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.resource.ConnectorException;
import dev.kspm.resource.ResourceSnapshot;
import java.io.ByteArrayInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class SnapshotProperties {
  @Property(tries = 1000)
  void anyBytesAreReadOrRefused(@ForAll("inputs") byte[] bytes) {
    try {
      ResourceSnapshot snapshot =
          SnapshotConnector.of(new ByteArrayInputStream(bytes), SnapshotOptions.DEFAULT).snapshot();
      assertThat(snapshot.input().bytes().read()).isNotNegative();
    } catch (ConnectorException refused) {
      assertThat(refused.getMessage()).startsWith("standard input").doesNotContain("\n");
    }
  }

  /** Noise, and noise behind the first bytes of what is recognised. */
  @Provide
  Arbitrary<byte[]> inputs() {
    Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(600);
    Arbitrary<String> starts =
        Arbitraries.of(
            "",
            "\u001f\u008b\u0008\u0000",
            "PK\u0003\u0004",
            "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\"},\"spec\":",
            "{\"cluster\":{\"arn\":\"arn:aws:eks:r:1:cluster/a\",\"name\":",
            "{\"id\":\"/subscriptions/s\",\"type\":\"Microsoft.Security/pricings\",\"x\":",
            "{\"components\":{\"kubelet\":{}},\"version\":\"1\"} ",
            "{\"kubeletconfig\":{\"authentication\":{}}} ",
            "a: &a [1]\nb: *a\nc: ");
    return noise.flatMap(
        tail ->
            starts.map(
                start -> {
                  byte[] head = start.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
                  byte[] all = new byte[head.length + tail.length];
                  System.arraycopy(head, 0, all, 0, head.length);
                  System.arraycopy(tail, 0, all, head.length, tail.length);
                  return all;
                }));
  }
}
