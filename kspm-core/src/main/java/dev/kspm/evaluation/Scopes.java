package dev.kspm.evaluation;

import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.ClusterIdentity;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.Hole;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceKey;
import dev.kspm.resource.ResourceSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Divides a snapshot into scopes: each cluster with its nodes and the account-level resources
 * around it, and each account without a cluster. So one cluster that could not be read does not
 * darken a fleet.
 */
final class Scopes {
  private static final Comparator<Resource> ORDER =
      Comparator.comparing(Resource::objectKey)
          .thenComparing(Resource::key)
          .thenComparing(Resource::id);

  private final ResourceSnapshot snapshot;
  private final Set<String> typesOfRules;

  private Scopes(ResourceSnapshot snapshot, Set<String> typesOfRules) {
    this.snapshot = snapshot;
    this.typesOfRules = typesOfRules;
  }

  /**
   * Divides a snapshot.
   *
   * @param typesOfRules every type that a rule names
   * @return the inputs, sorted by scope
   */
  static List<RuleInput> of(ResourceSnapshot snapshot, Set<String> typesOfRules) {
    return new Scopes(snapshot, typesOfRules).inputs();
  }

  private List<RuleInput> inputs() {
    SortedMap<String, Place> places = new TreeMap<>();
    for (Resource resource : snapshot.resources()) {
      resource
          .cluster()
          .ifPresent(
              cluster -> {
                Place place = places.computeIfAbsent(cluster, Place::new);
                place.resources.add(resource);
                resource.account().ifPresent(place.names::add);
              });
    }
    for (ClusterIdentity cluster : snapshot.clusters()) {
      places.computeIfAbsent(cluster.id(), Place::new).names.addAll(cluster.aliases());
    }
    List<Place> clusters = List.copyOf(places.values());
    for (Resource resource : snapshot.resources()) {
      if (resource.cluster().isEmpty()) {
        String account = resource.account().orElse("");
        List<Place> around =
            clusters.stream()
                .filter(
                    place ->
                        account.isEmpty() ? place.hasNoAccount() : place.names.contains(account))
                .toList();
        if (around.isEmpty()) {
          around = List.of(places.computeIfAbsent(account, Place::new));
        }
        around.forEach(place -> place.resources.add(resource));
      }
    }
    for (Completeness word : snapshot.completeness()) {
      boolean known =
          word.scope().equals(Hole.EVERYWHERE)
              ? !places.isEmpty()
              : places.values().stream().anyMatch(place -> place.names.contains(word.scope()));
      if (!known) {
        places.computeIfAbsent(
            word.scope().equals(Hole.EVERYWHERE) ? "" : word.scope(), Place::new);
      }
    }
    return places.values().stream().map(this::input).toList();
  }

  private RuleInput input(Place place) {
    SortedMap<String, List<Resource>> documents = new TreeMap<>();
    place.resources.stream()
        .sorted(ORDER)
        .forEach(
            resource ->
                documents.computeIfAbsent(resource.type(), t -> new ArrayList<>()).add(resource));
    Map<List<Value>, InputHole> holes = new HashMap<>();
    for (Completeness word : snapshot.completeness()) {
      if (place.goesBy(word.scope()) && word.state() != Completeness.State.NOT_ASKED) {
        documents.computeIfAbsent(word.resourceType(), type -> new ArrayList<>());
        if (word.state().isHole()) {
          add(holes, collection(word.resourceType()), reason(word, place), InputHole.Kind.DECLARED);
        }
      }
    }
    for (Hole hole : snapshot.holes()) {
      if (place.goesBy(hole.scope())) {
        add(holes, hole, documents);
      }
    }
    for (Completeness word : snapshot.completeness()) {
      String type = word.resourceType();
      boolean nothingElse = !documents.containsKey(type) && place.goesBy(word.scope());
      if (word.state() == Completeness.State.NOT_ASKED && nothingElse) {
        add(holes, collection(type), type + " was not asked for", InputHole.Kind.NOT_ASKED);
      }
    }
    for (String type : typesOfRules) {
      if (!documents.containsKey(type)) {
        add(holes, collection(type), type + " was not collected", InputHole.Kind.NOT_COLLECTED);
      }
    }
    add(
        holes,
        List.of(RuleInput.RESOURCES),
        "a type that was not collected",
        InputHole.Kind.NOT_COLLECTED);
    List<InputHole> sorted =
        holes.values().stream()
            .sorted(Comparator.comparing((InputHole hole) -> hole.path().toString()))
            .toList();
    return new RuleInput(place.id, documents, sorted);
  }

  private static String reason(Completeness word, Place place) {
    return word.resourceType()
        + (place.id.isEmpty() ? "" : " in " + place.id)
        + ": "
        + (word.reason().isEmpty() ? "not read completely" : word.reason());
  }

  private static void add(
      Map<List<Value>, InputHole> holes, Hole hole, SortedMap<String, List<Resource>> documents) {
    String type = hole.resourceType();
    List<Value> collection = collection(type);
    if (hole.document().isEmpty()) {
      documents.computeIfAbsent(type, unused -> new ArrayList<>());
      add(holes, collection, type + ": " + hole.reason(), InputHole.Kind.DECLARED);
      return;
    }
    ResourceKey key = hole.document().get();
    List<Resource> list = documents.getOrDefault(type, List.of());
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).objectKey().equals(key)) {
        List<Value> path = new ArrayList<>(collection);
        path.add(NumberValue.of(i));
        path.addAll(hole.path());
        String place = new DocumentPath(hole.path()).text();
        add(
            holes,
            path,
            list.get(i).name() + (place.isEmpty() ? "" : " " + place) + ": " + hole.reason(),
            InputHole.Kind.DECLARED);
      }
    }
  }

  private static List<Value> collection(String type) {
    return List.of(RuleInput.RESOURCES, StringValue.of(type));
  }

  private static void add(
      Map<List<Value>, InputHole> holes, List<Value> path, String reason, InputHole.Kind kind) {
    holes.putIfAbsent(path, new InputHole(path, reason, kind));
  }

  private static final class Place {
    final String id;
    final Set<String> names = new TreeSet<>();
    final List<Resource> resources = new ArrayList<>();

    Place(String id) {
      this.id = id;
      names.add(id);
    }

    boolean goesBy(String scope) {
      return scope.equals(Hole.EVERYWHERE) || names.contains(scope);
    }

    /** Account-level resources of no known account surround clusters of no known account. */
    boolean hasNoAccount() {
      return resources.stream().allMatch(resource -> resource.account().isEmpty());
    }
  }
}
