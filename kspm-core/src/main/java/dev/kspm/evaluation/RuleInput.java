package dev.kspm.evaluation;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.Resource;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What rules see of one scope: its documents by type, and its holes. Immutable and thread-safe.
 *
 * <p>{@code {"main_resource_type": T, "resources": {type: [document, …]}}}, where each document has
 * its {@code resource_id} and {@code resource_type}.
 */
final class RuleInput {
  static final StringValue RESOURCES = StringValue.of("resources");
  private static final StringValue MAIN = StringValue.of("main_resource_type");
  private static final StringValue ID = StringValue.of("resource_id");
  private static final StringValue TYPE = StringValue.of("resource_type");

  private final String scope;
  private final SortedMap<String, List<Resource>> documents;
  private final List<InputHole> holes;
  private final ObjectValue resources;

  /**
   * Makes the input of a scope.
   *
   * @param documents by type, in the order in which rules see them; an empty list for a type that
   *     was read and has none
   */
  RuleInput(String scope, SortedMap<String, List<Resource>> documents, List<InputHole> holes) {
    this.scope = scope;
    this.documents = documents;
    this.holes = List.copyOf(holes);
    ObjectValue.Builder byType = ObjectValue.builder();
    documents.forEach(
        (type, list) ->
            byType.put(type, ArrayValue.of(list.stream().map(RuleInput::document).toList())));
    this.resources = byType.build();
  }

  private static Value document(Resource resource) {
    return resource
        .configuration()
        .with(ID, StringValue.of(resource.key().value()))
        .with(TYPE, StringValue.of(resource.type()));
  }

  String scope() {
    return scope;
  }

  List<Resource> documents(String type) {
    return documents.getOrDefault(type, List.of());
  }

  /** The whole input for rules on a main type. */
  ObjectValue value(String mainType) {
    return ObjectValue.builder()
        .put(MAIN, StringValue.of(mainType))
        .put(RESOURCES, resources)
        .build();
  }

  /** The paths of the holes, in the order of {@link #reasons}' numbers. */
  List<List<Value>> holePaths() {
    return holes.stream().map(InputHole::path).toList();
  }

  /** The reasons of some holes, sorted. */
  List<String> reasons(Collection<Integer> numbers) {
    return numbers.stream().map(number -> holes.get(number).reason()).distinct().sorted().toList();
  }

  /** The types of some holes when nobody asked for any of them; else none. */
  List<String> notAsked(Collection<Integer> numbers) {
    boolean all =
        numbers.stream().allMatch(number -> holes.get(number).kind() == InputHole.Kind.NOT_ASKED);
    return all
        ? numbers.stream()
            .map(number -> ((StringValue) holes.get(number).path().get(1)).value())
            .sorted()
            .toList()
        : List.of();
  }

  /** Why the collection of a type may lack members, as connectors told; empty when it may not. */
  List<String> openCollection(String type) {
    List<Value> path = List.of(RESOURCES, StringValue.of(type));
    return holes.stream()
        .filter(hole -> hole.kind() == InputHole.Kind.DECLARED)
        .filter(hole -> isPrefix(hole.path(), path))
        .map(InputHole::reason)
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean isPrefix(List<Value> start, List<Value> path) {
    return start.size() <= path.size() && path.subList(0, start.size()).equals(start);
  }

  /** The documents of a type by every name that a rule's result may use. */
  Map<String, Set<Resource>> byName(String type) {
    Map<String, Set<Resource>> names = new HashMap<>();
    for (Resource resource : documents(type)) {
      for (String name : names(resource)) {
        names
            .computeIfAbsent(name, unused -> Collections.newSetFromMap(new IdentityHashMap<>()))
            .add(resource);
      }
    }
    return names;
  }

  private static Set<String> names(Resource resource) {
    Set<String> names = new LinkedHashSet<>(resource.aliases());
    names.add(resource.key().value());
    names.add(resource.objectKey().value());
    names.add(resource.id());
    names.add(resource.name());
    for (String field : List.of("arn", "id", "kube_node_name", "name")) {
      if (resource.configuration().get(field) instanceof StringValue text) {
        names.add(text.value());
        if (text.value().startsWith("/subscriptions/")) {
          names.add(text.value().toLowerCase(Locale.ROOT));
        }
      }
    }
    return names;
  }

  /** The documents of a trial, where only the input itself is known. */
  static SortedMap<String, List<Resource>> trialDocuments(ObjectValue input) {
    SortedMap<String, List<Resource>> documents = new TreeMap<>();
    if (input.get(RESOURCES) instanceof ObjectValue resources) {
      resources.forEach(
          (type, list) -> {
            if (type instanceof StringValue name && list instanceof ArrayValue array) {
              documents.put(name.value(), TrialResources.of(name.value(), array));
            }
          });
    }
    return documents;
  }
}
