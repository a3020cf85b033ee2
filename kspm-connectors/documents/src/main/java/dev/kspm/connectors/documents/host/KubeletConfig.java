package dev.kspm.connectors.documents.host;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a kubelet's configuration file and its drop-ins say about the settings that flags have too.
 * Not thread-safe.
 */
final class KubeletConfig {
  /** Fields of the file, by the flag's name. */
  static final Map<String, List<String>> FIELDS =
      Map.ofEntries(
          Map.entry("anonymous-auth", List.of("authentication", "anonymous", "enabled")),
          Map.entry("authorization-mode", List.of("authorization", "mode")),
          Map.entry("client-ca-file", List.of("authentication", "x509", "clientCAFile")),
          Map.entry("read-only-port", List.of("readOnlyPort")),
          Map.entry("streaming-connection-idle-timeout", List.of("streamingConnectionIdleTimeout")),
          Map.entry("make-iptables-util-chains", List.of("makeIPTablesUtilChains")),
          Map.entry("event-qps", List.of("eventRecordQPS")),
          Map.entry("event-burst", List.of("eventBurst")),
          Map.entry("rotate-certificates", List.of("rotateCertificates")),
          Map.entry("rotate-server-certificates", List.of("serverTLSBootstrap")),
          Map.entry("tls-cert-file", List.of("tlsCertFile")),
          Map.entry("tls-private-key-file", List.of("tlsPrivateKeyFile")),
          Map.entry("tls-cipher-suites", List.of("tlsCipherSuites")),
          Map.entry("tls-min-version", List.of("tlsMinVersion")),
          Map.entry("pod-max-pids", List.of("podPidsLimit")),
          Map.entry("seccomp-default", List.of("seccompDefault")),
          Map.entry("protect-kernel-defaults", List.of("protectKernelDefaults")),
          Map.entry("feature-gates", List.of("featureGates")),
          Map.entry("max-pods", List.of("maxPods")),
          Map.entry("address", List.of("address")));

  /** A file with where it comes from in the document's words. */
  record Layer(String source, String path, ObjectValue content) {}

  /** A setting as a file gives it. */
  record Found(Value value, String source, String path) {}

  private KubeletConfig() {}

  /** The setting in the last layer that has it; gates and other objects are merged by field. */
  static @Nullable Found find(String flag, List<Layer> layers) {
    List<String> field = FIELDS.get(flag);
    if (field == null) {
      return null;
    }
    Found found = null;
    for (Layer layer : layers) {
      Value value = at(layer.content(), field);
      if (value == null || value instanceof NullValue || isUnset(flag, value)) {
        continue;
      }
      if (found != null
          && found.value() instanceof ObjectValue earlier
          && value instanceof ObjectValue later) {
        ObjectValue.Builder merged = ObjectValue.builder();
        earlier.forEach(merged::put);
        later.forEach(merged::put);
        value = merged.build();
      }
      found = new Found(value, layer.source(), layer.path());
    }
    return found;
  }

  /** The kubelet takes a duration of zero, and an empty text, as not set. */
  private static boolean isUnset(String flag, Value value) {
    if (value instanceof StringValue text) {
      return text.value().isEmpty()
          || flag.equals("streaming-connection-idle-timeout")
              && GoDuration.nanoseconds(text.value()).filter(n -> n == 0).isPresent();
    }
    return value instanceof ArrayValue list && list.size() == 0
        || flag.equals("streaming-connection-idle-timeout")
            && value instanceof NumberValue number
            && number.exact().signum() == 0;
  }

  static @Nullable Value at(Value document, List<String> path) {
    Value here = document;
    for (String key : path) {
      Value next = here instanceof ObjectValue object ? object.get(key) : null;
      if (next == null) {
        return null;
      }
      here = next;
    }
    return here;
  }
}
