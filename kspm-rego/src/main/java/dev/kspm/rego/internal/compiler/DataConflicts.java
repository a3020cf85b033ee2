package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Rules whose paths exist in the base document, or lead through something that is no object. */
final class DataConflicts {
  private final Compilation compilation;
  private final ObjectValue data;

  DataConflicts(Compilation compilation, ObjectValue data) {
    this.compilation = compilation;
    this.data = data;
  }

  void check(RuleTree tree) {
    if (data.size() > 0) {
      tree.children().values().forEach(child -> check(child, data, List.of()));
    }
  }

  /**
   * @param parent what stands at the path of the node's parent; what is no object is in the way of
   *     everything below it
   */
  private void check(RuleTree node, Value parent, List<String> path) {
    if (!(node.key() instanceof StringValue key)) {
      return;
    }
    Value here = parent instanceof ObjectValue object ? object.get(key) : parent;
    if (here == null) {
      return;
    }
    List<String> at = new ArrayList<>(path);
    at.add(key.value());
    if (!node.rules().isEmpty()) {
      compilation.error(
          Codes.COMPILE,
          node.rules().get(0).rule().head().span(),
          "conflicting rule for data path " + String.join("/", at) + " found");
      return;
    }
    node.children().values().forEach(child -> check(child, here, at));
  }
}
