package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.DocumentNode;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** A document below {@code data}. */
final class DocumentValueNode extends ValueNode {
  private final Executable executable;
  private final DocumentNode node;
  private final ValueNode[] keys;

  DocumentValueNode(Executable executable, DocumentNode node, ValueNode[] keys) {
    this.executable = executable;
    this.node = node;
    this.keys = keys;
  }

  @Override
  @Nullable Value eval(Frame frame) {
    if (keys.length == 0) {
      return executable.documents().at(frame.run, node);
    }
    Value[] path = evalAll(keys, frame);
    return path == null ? null : executable.documents().member(frame.run, node, path);
  }
}
