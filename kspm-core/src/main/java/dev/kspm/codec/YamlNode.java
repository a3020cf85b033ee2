package dev.kspm.codec;

import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A place in a YAML file of somebody's own: a rule, a framework, a list of exceptions. Immutable
 * and thread-safe.
 *
 * <p>Read by YAML 1.2's JSON schema. Anchors and aliases are refused: these files are written by
 * hand, short, and nobody should have to chase a place through them.
 */
public final class YamlNode {
  private static final int DEPTH_LIMIT = 100;

  private final SourceText source;
  private final Node node;

  private YamlNode(SourceText source, Node node) {
    this.source = source;
    this.node = node;
  }

  /**
   * Reads the only document of a text.
   *
   * @throws PlacedException if it is not one YAML document, is nested deeper than 100, or has an
   *     alias or a duplicate key
   */
  public static YamlNode read(SourceText source) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(source.name()).setAllowNonScalarKeys(true).build();
    refuseDepth(source);
    try {
      Optional<Node> root = new Compose(settings).composeString(source.text());
      if (root.isEmpty()) {
        throw new PlacedException(source.name(), 0, 0, "the file is empty");
      }
      YamlNode result = new YamlNode(source, root.get());
      result.check(new java.util.IdentityHashMap<>(), 0);
      return result;
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      throw new PlacedException(
          source.name(),
          mark.map(m -> m.getLine() + 1).orElse(0),
          mark.map(m -> m.getColumn() + 1).orElse(0),
          String.valueOf(e.getProblem()));
    } catch (YamlEngineException e) {
      throw new PlacedException(source.name(), 0, 0, String.valueOf(e.getMessage()));
    }
  }

  /** The library composes recursively, so nesting is bounded before it sees the text. */
  private static void refuseDepth(SourceText source) {
    int depth = 0;
    String text = source.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth = Math.max(0, depth - 1);
      } else if ((i == 0 || c == '\n') && blockIndent(text, i) > 2 * DEPTH_LIMIT) {
        depth = DEPTH_LIMIT * 10 + 1;
      }
      if (depth > DEPTH_LIMIT * 10) {
        throw new PlacedException(source.name(), source.row(i), 0, "nested too deeply");
      }
    }
  }

  private static int blockIndent(String text, int from) {
    int i = from < text.length() && text.charAt(from) == '\n' ? from + 1 : from;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '-')) {
      i++;
    }
    return i - from;
  }

  private void check(Map<Node, Boolean> seen, int depth) {
    if (depth > DEPTH_LIMIT) {
      throw error("nested too deeply");
    }
    if (!(node instanceof ScalarNode) && seen.put(node, true) != null) {
      throw error("aliases are not allowed here");
    }
    if (node instanceof MappingNode) {
      members().values().forEach(member -> member.check(seen, depth + 1));
    } else if (node instanceof SequenceNode) {
      items().forEach(item -> item.check(seen, depth + 1));
    }
  }

  /** The file. */
  public String file() {
    return source.name();
  }

  /** The line, from 1. */
  public int row() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  /** The column, from 1. */
  public int column() {
    return node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0);
  }

  /** Whether this is a mapping. */
  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** Whether this is a list. */
  public boolean isSequence() {
    return node instanceof SequenceNode;
  }

  /** Whether this is {@code null} or left out. */
  public boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  /** The text of a scalar as written, whatever its type; empty for lists and mappings. */
  public Optional<String> text() {
    return node instanceof ScalarNode scalar && !isNull()
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  /** The members of a mapping in the order of the file; none for anything else. */
  public Map<String, YamlNode> members() {
    Map<String, YamlNode> members = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        YamlNode key = new YamlNode(source, tuple.getKeyNode());
        String name = key.text().orElseThrow(() -> key.error("a key must be text"));
        if (members.put(name, new YamlNode(source, tuple.getValueNode())) != null) {
          throw key.error("duplicate key " + name);
        }
      }
    }
    return members;
  }

  /** The items of a list; none for anything else. */
  public List<YamlNode> items() {
    List<YamlNode> items = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> items.add(new YamlNode(source, item)));
    }
    return items;
  }

  /** This node as a value. */
  public Value value() {
    if (isMapping()) {
      ObjectValue.Builder object = ObjectValue.builder();
      members().forEach((key, member) -> object.put(key, member.value()));
      return object.build();
    } else if (isSequence()) {
      return ArrayValue.of(items().stream().map(YamlNode::value).toList());
    }
    String text = text().orElse("");
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return NullValue.NULL;
    } else if (tag.equals(Tag.BOOL)) {
      return BooleanValue.of(text.equals("true"));
    } else if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      try {
        return NumberValue.parse(text);
      } catch (NumberFormatException e) {
        throw error("not a number that JSON has: " + text);
      }
    }
    return StringValue.of(text);
  }

  /** An error at this place. */
  public PlacedException error(String message) {
    return new PlacedException(file(), row(), column(), message);
  }
}
