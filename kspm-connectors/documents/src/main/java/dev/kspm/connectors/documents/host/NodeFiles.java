package dev.kspm.connectors.documents.host;

import dev.kspm.rego.Json;
import dev.kspm.rego.Yaml;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.YamlOptions;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Files as the node document shows them: metadata, and for some their content without secrets. Not
 * thread-safe.
 */
final class NodeFiles {
  private static final int LARGEST = 512 * 1024;
  private static final long DIRECTORY_BIT = 1L << 31;

  private final HostTree tree;
  private final NodeGaps gaps;
  private final Map<String, String> broken = new HashMap<>();

  NodeFiles(HostTree tree, NodeGaps gaps) {
    this.tree = tree;
    this.gaps = gaps;
  }

  /**
   * Metadata of a file that must not be opened, and of a folder. A missing file has its path only.
   */
  ObjectValue metadata(String path, String... place) {
    return start(path, place).build();
  }

  private ObjectValue.Builder start(String path, String... place) {
    ObjectValue.Builder file = ObjectValue.builder().put("path", StringValue.of(path));
    try {
      tree.stat(path)
          .ifPresent(
              found -> {
                file.put("user", StringValue.of(found.user()));
                file.put("group", StringValue.of(found.group()));
                file.put(
                    "mode", NumberValue.of(found.mode() | (found.directory() ? DIRECTORY_BIT : 0)));
              });
    } catch (IOException e) {
      unreadable(path, e, place);
    }
    return file;
  }

  private void unreadable(String path, IOException e, String... place) {
    String reason = path + " cannot be read: " + e.getMessage();
    gaps.error(reason);
    if (place.length > 0) {
      gaps.add(reason, place);
    }
  }

  /** Whether there is such a file; one that cannot be told is a gap. */
  boolean exists(String path) {
    try {
      return tree.stat(path).isPresent();
    } catch (IOException e) {
      return true;
    }
  }

  /** The content of a file, empty when it is missing, too large or cannot be read. */
  Optional<byte[]> bytes(String path, String... place) {
    try {
      Optional<HostFile> file = tree.stat(path);
      if (file.isEmpty() || file.get().directory()) {
        return Optional.empty();
      }
      if (file.get().size() > LARGEST) {
        throw new IOException("larger than " + LARGEST + " bytes");
      }
      return Optional.of(tree.read(path));
    } catch (IOException e) {
      broken.put(path, " cannot be read: " + e.getMessage());
      unreadable(path, e, place);
      return Optional.empty();
    }
  }

  /** JSON, else YAML, else the text; {@code null} when there is no file. */
  @Nullable Value content(String path, String... place) {
    Optional<byte[]> bytes = bytes(path, place);
    if (bytes.isEmpty()) {
      return null;
    }
    try {
      return Json.read(bytes.get());
    } catch (DataException noJson) {
      try {
        return Yaml.read(bytes.get(), YamlOptions.KUBERNETES);
      } catch (DataException noYaml) {
        broken.put(path, ":" + noYaml.row() + ":" + noYaml.column() + ": " + noYaml.text());
        return StringValue.of(new String(bytes.get(), StandardCharsets.UTF_8));
      }
    }
  }

  /** Where and why a file whose content was wanted is neither JSON nor YAML. */
  Optional<String> broken(String path) {
    return Optional.ofNullable(broken.get(path));
  }

  /** A file with its content. */
  ObjectValue config(String path, String... place) {
    ObjectValue.Builder file = start(path, place);
    Value content = content(path, inside(place, "content"));
    if (content != null) {
      file.put("content", content);
    }
    return file.build();
  }

  /** A certificate. */
  ObjectValue certificate(String path, String... place) {
    ObjectValue.Builder file = start(path, place);
    int slash = path.lastIndexOf('/');
    if (slash > 0 && exists(path)) {
      ObjectValue folder = metadata(path.substring(0, slash), place);
      copy(folder, "user", file, "dirUser");
      copy(folder, "group", file, "dirGroup");
      copy(folder, "mode", file, "dirMode");
    }
    bytes(path, inside(place, "certificate"))
        .ifPresent(
            bytes -> {
              try {
                file.put("certificate", Certificates.document(bytes));
              } catch (IllegalArgumentException broken) {
                String reason = path + " is no certificate: " + broken.getMessage();
                gaps.error(reason);
                if (place.length > 0) {
                  gaps.add(reason, inside(place, "certificate"));
                }
              }
            });
    return file.build();
  }

  private static void copy(ObjectValue from, String key, ObjectValue.Builder to, String as) {
    Value value = from.get(key);
    if (value != null) {
      to.put(as, value);
    }
  }

  /** A kubeconfig without tokens, passwords and keys. */
  ObjectValue kubeconfig(String path, String... place) {
    ObjectValue.Builder file = start(path, place);
    Value content = content(path, inside(place, "kubeconfig"));
    if (content instanceof ObjectValue object) {
      file.put("kubeconfig", new Kubeconfigs(this, path).document(object));
    } else if (content != null) {
      gaps.error(path + " is no kubeconfig");
    }
    return file.build();
  }

  /** The admission configuration with the files that it names. */
  ObjectValue admission(String path, String... place) {
    ObjectValue.Builder file = start(path, place);
    Value content = content(path, inside(place, "plugins"));
    if (content instanceof ObjectValue object && object.get("plugins") instanceof ArrayValue list) {
      ArrayValue.Builder plugins = ArrayValue.builder();
      for (Value entry : list) {
        if (entry instanceof ObjectValue plugin) {
          ObjectValue.Builder shown = ObjectValue.builder();
          copy(plugin, "name", shown, "name");
          if (plugin.get("configuration") instanceof ObjectValue inline) {
            shown.put("configuration", inline);
          } else if (plugin.get("path") instanceof StringValue named) {
            shown.put("configuration", config(resolve(path, named.value()), place));
          }
          plugins.add(shown.build());
        }
      }
      file.put("plugins", plugins.build());
    }
    return file.build();
  }

  /** The encryption configuration with the names of its keys, never the keys. */
  ObjectValue encryption(String path, String... place) {
    ObjectValue.Builder file = start(path, place);
    Value content = content(path, inside(place, "Resources"));
    if (content instanceof ObjectValue object
        && object.get("resources") instanceof ArrayValue list) {
      ArrayValue.Builder resources = ArrayValue.builder();
      list.forEach(entry -> resources.add(Encryption.withoutKeys(entry)));
      file.put("Resources", resources.build());
    }
    return file.build();
  }

  static String resolve(String file, String path) {
    return path.startsWith("/") ? path : file.substring(0, file.lastIndexOf('/') + 1) + path;
  }

  private static String[] inside(String[] place, String key) {
    if (place.length == 0) {
      return place;
    }
    String[] inside = java.util.Arrays.copyOf(place, place.length + 1);
    inside[place.length] = key;
    return inside;
  }

  static boolean isNothing(@Nullable Value value) {
    return value == null || value instanceof NullValue || value == BooleanValue.FALSE;
  }
}
