package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Paths into documents: JSON pointers as text, or arrays of keys; and many of them as a tree. */
final class DocumentPaths {
  private final Map<Value, DocumentPaths> children = new LinkedHashMap<>();
  private boolean end;

  private DocumentPaths() {}

  /** Whether a path ends here; paths that go on from here do not count then. */
  boolean isEnd() {
    return end;
  }

  Map<Value, DocumentPaths> children() {
    return children;
  }

  @Nullable DocumentPaths child(Value key) {
    return children.get(key);
  }

  /** The tree of the second argument, an array or set of paths. */
  static DocumentPaths of(Value[] args) {
    DocumentPaths root = new DocumentPaths();
    if (args[1] instanceof ArrayValue array) {
      array.forEach(path -> root.add(parse(path)));
    } else if (args[1] instanceof SetValue set) {
      set.forEach(path -> root.add(parse(path)));
    } else {
      throw Operands.wrong(2, "one of {set, array}", args[1]);
    }
    return root;
  }

  private void add(List<Value> path) {
    if (path.isEmpty()) {
      return;
    }
    DocumentPaths at = this;
    for (Value key : path) {
      at = at.children.computeIfAbsent(key, absent -> new DocumentPaths());
    }
    at.end = true;
  }

  /** The keys of one path. */
  static List<Value> parse(Value path) {
    List<Value> keys = new ArrayList<>();
    if (path instanceof StringValue string) {
      split(string.value(), keys);
    } else if (path instanceof ArrayValue array) {
      array.forEach(keys::add);
    } else {
      throw BuiltinException.type(
          "operand 2 must be one of {set, array} containing string paths or array of path segments"
              + " but got "
              + path.type().regoName());
    }
    return keys;
  }

  private static void split(String pointer, List<Value> keys) {
    if (pointer.isEmpty()) {
      return;
    }
    int start = 0;
    while (start < pointer.length() && pointer.charAt(start) == '/') {
      start++;
    }
    while (true) {
      int slash = pointer.indexOf('/', start);
      String key = slash < 0 ? pointer.substring(start) : pointer.substring(start, slash);
      keys.add(StringValue.of(key.replace("~1", "/").replace("~0", "~")));
      if (slash < 0) {
        return;
      }
      start = slash + 1;
    }
  }
}
