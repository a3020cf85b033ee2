package dev.kspm.evaluation;

import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Evidence made of the paths that an evaluation read. */
final class ReadPaths {
  private ReadPaths() {}

  /**
   * The reads inside one document, without those on the way to a deeper one.
   *
   * @param paths from the root of the input
   */
  static List<Evidence> in(Resource document, String type, int index, List<List<Value>> paths) {
    List<Value> start = List.of(RuleInput.RESOURCES, StringValue.of(type), NumberValue.of(index));
    List<List<Value>> inside = new ArrayList<>();
    for (List<Value> path : paths) {
      if (path.size() > start.size() && path.subList(0, start.size()).equals(start)) {
        inside.add(path.subList(start.size(), path.size()));
      }
    }
    TreeSet<Evidence> evidence = new TreeSet<>();
    for (List<Value> path : inside) {
      boolean leaf =
          inside.stream()
              .noneMatch(
                  other ->
                      other.size() > path.size() && other.subList(0, path.size()).equals(path));
      if (leaf) {
        DocumentPath place = new DocumentPath(path);
        evidence.add(
            new Evidence(
                place.text(),
                place.in(document.configuration()).orElse(NullValue.NULL),
                Optional.empty()));
      }
    }
    return List.copyOf(evidence);
  }
}
