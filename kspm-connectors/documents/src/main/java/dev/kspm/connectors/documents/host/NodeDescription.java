package dev.kspm.connectors.documents.host;

import dev.kspm.rego.Json;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two files that stand beside the archive of a host's root. Stateless and thread-safe.
 *
 * <p>{@code processes.json} is a list of {@code {"pid", "name", "args"}}; of {@code node.json} only
 * the name and the tags are read, since the type follows from what is on the host.
 */
public final class NodeDescription {
  /** What a node is called. */
  public record Names(Optional<String> name, List<String> tags) {}

  private NodeDescription() {}

  /**
   * The processes of a host.
   *
   * @throws ConnectorException if the text is not a list of processes
   */
  public static List<HostProcess> processes(byte[] json, String source) {
    if (!(read(json, source) instanceof ArrayValue list)) {
      throw new ConnectorException(source + ": not a list of processes");
    }
    List<HostProcess> processes = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof ObjectValue process)) {
        throw new ConnectorException(source + ": [" + i + "] is not a process");
      }
      long pid =
          process.get("pid") instanceof NumberValue number && number.isLong() ? number.asLong() : 0;
      List<String> args = new ArrayList<>();
      if (process.get("args") instanceof ArrayValue words) {
        for (Value word : words) {
          if (word instanceof StringValue text) {
            args.add(text.value());
          }
        }
      }
      String name = process.get("name") instanceof StringValue text ? text.value() : "";
      if (name.isEmpty() && args.isEmpty()) {
        throw new ConnectorException(source + ": [" + i + "] has neither a name nor arguments");
      }
      processes.add(new HostProcess(pid, name, args));
    }
    return processes;
  }

  /**
   * The name and tags of a node.
   *
   * @throws ConnectorException if the text is not an object
   */
  public static Names names(byte[] json, String source) {
    if (!(read(json, source) instanceof ObjectValue node)) {
      throw new ConnectorException(source + ": not an object");
    }
    List<String> tags = new ArrayList<>();
    if (node.get("tags") instanceof ArrayValue list) {
      for (Value tag : list) {
        if (tag instanceof StringValue text) {
          tags.add(text.value());
        }
      }
    }
    return new Names(
        node.get("name") instanceof StringValue name && !name.value().isEmpty()
            ? Optional.of(name.value())
            : Optional.empty(),
        tags);
  }

  private static Value read(byte[] json, String source) {
    try {
      return Json.read(json);
    } catch (DataException e) {
      throw new ConnectorException(source + ":" + e.getMessage(), e);
    }
  }
}
