package dev.kspm.connectors.documents.host;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.List;

/**
 * What a kubelet answers on {@code /configz}: its whole configuration as it takes effect, flags
 * included. It does not say which node it is. Stateless and thread-safe.
 *
 * <p>What it leaves out has Go's zero value: {@code readOnlyPort} is 0. Nothing is said about
 * files, other components, or flags without a field, which are gaps.
 */
public final class ConfigzNode {
  private static final String MEMBER = "kubeletconfig";
  private static final List<String> FALSE_WHEN_LEFT_OUT =
      List.of(
          "rotate-certificates",
          "rotate-server-certificates",
          "protect-kernel-defaults",
          "anonymous-auth",
          "seccomp-default",
          "make-iptables-util-chains");
  private static final List<String> ZERO_WHEN_LEFT_OUT =
      List.of("read-only-port", "event-qps", "event-burst", "max-pods");

  private ConfigzNode() {}

  /** Whether a document is such an answer. */
  public static boolean isConfigz(ObjectValue document) {
    return document.get(MEMBER) instanceof ObjectValue config
        && (config.get("authentication") != null || config.get("authorization") != null);
  }

  /** The node's document as far as the answer tells. */
  public static NodeDocument read(ObjectValue document, String name) {
    NodeGaps gaps = new NodeGaps();
    Value config = document.get(MEMBER);
    ObjectValue content = config instanceof ObjectValue object ? object : ObjectValue.EMPTY;
    EffectiveSettings settings =
        new EffectiveSettings(
            Component.KUBELET,
            Flags.parse(List.of()),
            List.of(new KubeletConfig.Layer("file", "/configz", content)));
    settings.collect(false);
    for (String flag : FALSE_WHEN_LEFT_OUT) {
      if (!settings.has(flag)) {
        settings.derived(flag, BooleanValue.FALSE, "/configz");
      }
    }
    for (String flag : ZERO_WHEN_LEFT_OUT) {
      if (!settings.has(flag)) {
        settings.derived(flag, NumberValue.of(0), "/configz");
      }
    }
    if (!settings.has("authorization-mode")) {
      settings.derived("authorization-mode", StringValue.of("AlwaysAllow"), "/configz");
    }
    String reason = "/configz does not tell";
    gaps.add(reason, "effective", "files");
    gaps.add(reason, "effective", "kubelet", "hostname-override");
    gaps.add(reason, "effective", "kubeProxy");
    ObjectValue complete =
        ObjectValue.builder()
            .put("name", StringValue.of(name))
            .put("kube_node_name", StringValue.of(name))
            .put("tags", ArrayValue.EMPTY)
            .put(
                "components",
                ObjectValue.of(
                    StringValue.of("kubelet"),
                    ObjectValue.of(
                        StringValue.of("config"),
                        ObjectValue.of(StringValue.of("content"), content))))
            .put(
                "effective",
                ObjectValue.of(StringValue.of(Component.KUBELET.key), settings.build()))
            .build();
    return new NodeDocument("kubernetes_worker_node", name, complete, gaps.all());
  }
}
