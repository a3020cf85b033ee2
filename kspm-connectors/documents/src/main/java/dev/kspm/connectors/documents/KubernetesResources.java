package dev.kspm.connectors.documents;

import dev.kspm.connectors.documents.KubernetesObjects.Found;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.Relation;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes resources of the objects of one cluster. Not thread-safe. */
final class KubernetesResources {
  private static final int LONGEST_CHAIN = 16;

  private final String cluster;
  private final Optional<String> account;
  private final Map<String, Found> byPlace = new LinkedHashMap<>();

  KubernetesResources(String cluster, Optional<String> account, List<Found> objects) {
    this.cluster = cluster;
    this.account = account;
    // The same object may be exported twice, alone and in a list.
    objects.forEach(object -> byPlace.putIfAbsent(object.place(), object));
  }

  List<Resource> resources() {
    return byPlace.values().stream().map(this::resource).toList();
  }

  private Resource resource(Found object) {
    Found top = topOwner(object);
    String namespace = object.namespace();
    return Resource.builder()
        .key(key(top))
        .objectKey(key(object))
        .type(object.type())
        .name(object.kind() + (namespace.isEmpty() ? "/" : "/" + namespace + "/") + object.name())
        .account(account)
        .cluster(cluster)
        .namespace(namespace.isEmpty() ? Optional.empty() : Optional.of(namespace))
        .tags(labels(object.object()))
        .configuration(object.object())
        .relations(relations(object))
        .createdAt(created(object))
        .build();
  }

  private ResourceKey key(Found object) {
    return ResourceKey.object(
        cluster, object.group(), object.kind(), object.namespace(), object.name());
  }

  private Found topOwner(Found object) {
    Found top = object;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      Optional<Found> owner = controller(top);
      if (owner.isEmpty() || owner.get().equals(object)) {
        return top;
      }
      top = owner.get();
    }
    return top;
  }

  private Optional<Found> controller(Found object) {
    for (Value reference : Fields.elements(object.object(), "metadata", "ownerReferences")) {
      // A static pod's controller is its node, which is no template of it.
      if (Fields.isTrue(Fields.at(reference, "controller"))
          && !Fields.text(reference, "kind").equals("Node")) {
        return Optional.ofNullable(byPlace.get(place(reference, object.namespace())));
      }
    }
    return Optional.empty();
  }

  private static String place(Value reference, String namespace) {
    String version = Fields.text(reference, "apiVersion");
    int slash = version.indexOf('/');
    String group = slash < 0 ? "" : version.substring(0, slash);
    return group
        + "/"
        + Fields.text(reference, "kind")
        + "/"
        + namespace
        + "/"
        + Fields.text(reference, "name");
  }

  private List<Relation> relations(Found found) {
    ObjectValue object = found.object();
    List<Relation> relations = new ArrayList<>();
    String namespace = found.namespace();
    for (Value reference : Fields.elements(object, "metadata", "ownerReferences")) {
      relations.add(new Relation("owner", owner(reference, namespace)));
    }
    if (!namespace.isEmpty()) {
      add(relations, "namespace", "", "Namespace", "", namespace);
    }
    Value spec = podSpec(object);
    add(relations, "node", "", "Node", "", Fields.text(spec, "nodeName"));
    add(
        relations,
        "service_account",
        "",
        "ServiceAccount",
        namespace,
        Fields.text(spec, "serviceAccountName"));
    String role = Fields.text(object, "roleRef", "kind");
    if (!role.isEmpty()) {
      add(
          relations,
          "role",
          "rbac.authorization.k8s.io",
          role,
          role.equals("Role") ? namespace : "",
          Fields.text(object, "roleRef", "name"));
      for (Value subject : Fields.elements(object, "subjects")) {
        if (Fields.text(subject, "kind").equals("ServiceAccount")) {
          add(
              relations,
              "service_account",
              "",
              "ServiceAccount",
              Fields.optional(subject, "namespace").orElse(namespace),
              Fields.text(subject, "name"));
        }
      }
    }
    return relations.stream().distinct().sorted().toList();
  }

  private ResourceKey owner(Value reference, String namespace) {
    Found known = byPlace.get(place(reference, namespace));
    if (known != null) {
      return key(known);
    }
    String[] place = place(reference, namespace).split("/", -1);
    boolean node = place[1].equals("Node");
    return ResourceKey.object(cluster, place[0], place[1], node ? "" : place[2], place[3]);
  }

  private void add(
      List<Relation> relations,
      String kind,
      String group,
      String objectKind,
      String namespace,
      String name) {
    if (!name.isEmpty()) {
      relations.add(
          new Relation(kind, ResourceKey.object(cluster, group, objectKind, namespace, name)));
    }
  }

  private static Value podSpec(ObjectValue object) {
    Value cron = Fields.at(object, "spec", "jobTemplate", "spec", "template", "spec");
    Value template = cron == null ? Fields.at(object, "spec", "template", "spec") : cron;
    Value spec = template == null ? Fields.at(object, "spec") : template;
    return spec == null ? ObjectValue.EMPTY : spec;
  }

  private static List<String> labels(ObjectValue object) {
    List<String> labels = new ArrayList<>();
    if (Fields.at(object, "metadata", "labels") instanceof ObjectValue map) {
      map.forEach(
          (key, value) -> {
            if (key instanceof StringValue name && value instanceof StringValue text) {
              labels.add(name.value() + ":" + text.value());
            }
          });
    }
    return labels;
  }

  private static Optional<Instant> created(Found object) {
    String time = Fields.text(object.object(), "metadata", "creationTimestamp");
    try {
      return time.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(time));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
