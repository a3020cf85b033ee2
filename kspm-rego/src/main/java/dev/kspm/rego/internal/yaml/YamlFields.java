package dev.kspm.rego.internal.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Checks that the fields of a mapping are of the kinds that a Go program wants, and says what is
 * wrong in the words of the library that OPA reads with. The fields are checked in the order in
 * which they were written. Immutable once made.
 */
public final class YamlFields {
  private final Map<String, String> kinds;
  private final List<String> wrong = new ArrayList<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  /**
   * Reads a text that is YAML and not nested too deeply for a reader that calls itself.
   *
   * @param root Go's name for what the whole text should be
   * @param kinds Go's types of the fields; other fields are not looked at
   */
  public YamlFields(String yaml, String root, Map<String, String> kinds) {
    this.kinds = Map.copyOf(kinds);
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowDuplicateKeys(true)
            .setUseMarks(true)
            .build();
    Node document = new Compose(settings).composeString(yaml).orElse(null);
    if (document instanceof MappingNode mapping) {
      fields(mapping);
    } else if (document != null && !isNull(document)) {
      refuse(document, root);
    }
  }

  /** The complaints, or {@code null}. */
  public @Nullable String problem() {
    return wrong.isEmpty() ? null : "yaml: unmarshal errors:\n" + String.join("\n", wrong);
  }

  /** The line of the first complaint, from 1. */
  public int line() {
    String first = wrong.get(0);
    return Integer.parseInt(first.substring("  line ".length(), first.indexOf(':')));
  }

  /** The text of a scalar field as it was written, or an empty text. */
  public String text(String field) {
    return texts.getOrDefault(field, "");
  }

  private void fields(MappingNode mapping) {
    if (!hasUniqueKeys(mapping)) {
      return;
    }
    for (NodeTuple field : mapping.getValue()) {
      if (!(field.getKeyNode() instanceof ScalarNode key)) {
        continue;
      }
      String kind = kinds.get(key.getValue());
      if (kind != null) {
        check(field.getValueNode(), kind);
        if (field.getValueNode() instanceof ScalarNode scalar && !isNull(scalar)) {
          texts.put(key.getValue(), scalar.getValue());
        }
      }
    }
  }

  /** Complains about keys that occur twice; what is in such a mapping is not looked at. */
  private boolean hasUniqueKeys(MappingNode mapping) {
    List<ScalarNode> keys = new ArrayList<>();
    for (NodeTuple field : mapping.getValue()) {
      if (field.getKeyNode() instanceof ScalarNode key) {
        keys.add(key);
      }
    }
    boolean unique = true;
    for (int i = 0; i < keys.size(); i++) {
      for (ScalarNode later : keys.subList(i + 1, keys.size())) {
        String name = keys.get(i).getValue();
        if (name.equals(later.getValue())) {
          unique = false;
          wrong.add(
              "  line "
                  + line(later)
                  + ": mapping key \""
                  + name
                  + "\" already defined at line "
                  + line(keys.get(i)));
        }
      }
    }
    return unique;
  }

  /** Looks for keys that occur twice inside of a value of any kind. */
  private void inside(Node node) {
    if (node instanceof MappingNode mapping && hasUniqueKeys(mapping)) {
      for (NodeTuple field : mapping.getValue()) {
        inside(field.getKeyNode());
        inside(field.getValueNode());
      }
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(this::inside);
    }
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private void check(Node node, String kind) {
    if (isNull(node)) {
      return;
    }
    if (kind.startsWith("[]")) {
      if (!(node instanceof SequenceNode sequence)) {
        refuse(node, kind);
        return;
      }
      String element = kind.substring(2);
      if (element.equals("interface {}")) {
        sequence.getValue().forEach(this::inside);
      } else {
        sequence.getValue().forEach(n -> check(n, element));
      }
      return;
    }
    boolean fits =
        switch (kind) {
          case "string" -> node instanceof ScalarNode;
          case "bool" -> node instanceof ScalarNode s && isTruth(s);
          default -> node instanceof MappingNode;
        };
    if (fits) {
      inside(node);
    } else {
      refuse(node, kind);
    }
  }

  private static boolean isTruth(ScalarNode scalar) {
    return scalar.getTag().equals(Tag.BOOL);
  }

  private void refuse(Node node, String kind) {
    String shown = "";
    if (node instanceof ScalarNode scalar) {
      String value = scalar.getValue();
      shown = " `" + (value.length() > 10 ? value.substring(0, 7) + "..." : value) + "`";
    }
    wrong.add("  line " + line(node) + ": cannot unmarshal " + tag(node) + shown + " into " + kind);
  }

  private static String tag(Node node) {
    String tag = node.getTag().getValue();
    String yaml = "tag:yaml.org,2002:";
    return tag.startsWith(yaml) ? "!!" + tag.substring(yaml.length()) : tag;
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
