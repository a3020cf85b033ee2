package dev.kspm.samples;

import dev.kspm.Kspm;
import dev.kspm.ScanResult;
import dev.kspm.connectors.node.NodeConnector;
import dev.kspm.connectors.snapshot.SnapshotConnector;
import dev.kspm.evaluation.Evaluation;
import dev.kspm.framework.Control;
import dev.kspm.framework.Framework;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceConnector;
import dev.kspm.resource.ResourceKey;
import dev.kspm.resource.ResourceSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sample, read and judged as {@code kspm scan} does. */
final class ScannedSample {
  private static final String SUBSCRIPTION = "/subscriptions/";

  private final Kspm kspm;
  private final ResourceSnapshot snapshot;
  private final ScanResult result;

  private ScannedSample(Kspm kspm, ResourceSnapshot snapshot) {
    this.kspm = kspm;
    this.snapshot = snapshot;
    this.result = kspm.scan(snapshot);
  }

  /** The folder of a node, or anything that a snapshot can be. */
  static ScannedSample of(Path path) {
    ResourceConnector connector =
        Files.exists(path.resolve("hostroot.tar"))
            ? NodeConnector.of(path)
            : SnapshotConnector.of(path);
    return new ScannedSample(Kspm.builder().build(), connector.snapshot());
  }

  ScanResult result() {
    return result;
  }

  /** The rules that decide a control, empty when a person does. */
  List<String> rules(String frameworkReference, String controlId) {
    Framework framework =
        kspm.frameworks().stream()
            .filter(f -> f.reference().equals(frameworkReference))
            .findFirst()
            .orElseThrow();
    return framework
        .controls()
        .filter(control -> control.id().equals(controlId))
        .map(Control::rules)
        .findFirst()
        .orElseThrow();
  }

  /** What some rules say of a resource, of the bindings of a role, of the owner of a pod. */
  List<Evaluation> evaluations(List<String> rules, String name) {
    Set<ResourceKey> blamed =
        snapshot.resources().stream()
            .filter(blamedFor(name))
            .map(Resource::key)
            .collect(Collectors.toSet());
    return result.evaluations().stream()
        .filter(evaluation -> rules.contains(evaluation.rule().id()))
        .filter(evaluation -> evaluation.resourceKey().map(blamed::contains).orElse(false))
        .toList();
  }

  private static Predicate<Resource> blamedFor(String name) {
    if (name.startsWith(SUBSCRIPTION)) {
      String subscription = name.substring(SUBSCRIPTION.length());
      return resource -> resource.account().filter(subscription::equals).isPresent();
    }
    return resource -> resource.name().equals(name) || binds(resource, name);
  }

  /** Whether this is a binding of the role {@code Kind/namespace/name} or {@code Kind/name}. */
  private static boolean binds(Resource resource, String role) {
    Value reference = resource.configuration().get("roleRef");
    if (!(reference instanceof ObjectValue object)) {
      return false;
    }
    String kind = text(object.get("kind"));
    String namespace = kind.equals("Role") ? resource.namespace().orElse("") + "/" : "";
    return role.equals(kind + "/" + namespace + text(object.get("name")));
  }

  private static String text(@Nullable Value value) {
    return value instanceof StringValue string ? string.value() : "";
  }
}
