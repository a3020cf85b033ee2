package dev.kspm.evaluation;

import dev.kspm.rego.PolicySource;
import dev.kspm.rego.SyntaxTree;
import dev.kspm.rego.value.StringValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a module reads {@code data}. */
final class DataReferences {
  private final List<Reference> found = new ArrayList<>();

  /**
   * A place that reads {@code data}.
   *
   * @param path the constant parts that follow {@code data}
   */
  record Reference(List<String> path, int row, int column) {
    /** Whether the place reads something of a package, or a document with the package in it. */
    boolean touches(List<String> home) {
      int common = Math.min(path.size(), home.size());
      return path.subList(0, common).equals(home.subList(0, common));
    }
  }

  private DataReferences() {}

  /**
   * All of them in the order of the text.
   *
   * @throws dev.kspm.rego.policy.CompileException if the module cannot be parsed
   */
  static List<Reference> of(PolicySource source) {
    DataReferences references = new DataReferences();
    Map<String, Object> tree = SyntaxTree.of(source).json(true);
    tree.forEach(
        (part, content) -> {
          if (!part.equals("package")) {
            references.visit(content);
          }
        });
    return references.found;
  }

  private void visit(Object node) {
    if (node instanceof Collection<?> list) {
      list.forEach(this::visit);
    } else if (node instanceof Map<?, ?> map) {
      if (text(map.get("type")).equals("ref") && map.get("value") instanceof List<?> parts) {
        reference(map, parts);
      }
      map.values().forEach(this::visit);
    }
  }

  private void reference(Map<?, ?> ref, List<?> parts) {
    if (parts.isEmpty() || !"data".equals(member(parts.get(0), "var"))) {
      return;
    }
    List<String> path = new ArrayList<>();
    for (Object part : parts.subList(1, parts.size())) {
      String name = member(part, "string");
      if (name.isEmpty()) {
        break;
      }
      path.add(name);
    }
    found.add(new Reference(path, place(ref, "row"), place(ref, "col")));
  }

  /** The value of a term of a type; empty when it is of another. */
  private static String member(Object term, String type) {
    return term instanceof Map<?, ?> map && text(map.get("type")).equals(type)
        ? text(map.get("value"))
        : "";
  }

  private static String text(@Nullable Object leaf) {
    return leaf instanceof StringValue text ? text.value() : "";
  }

  private static int place(Map<?, ?> node, String part) {
    return node.get("location") instanceof Map<?, ?> location
        ? Integer.parseInt(String.valueOf(location.get(part)))
        : 1;
  }
}
