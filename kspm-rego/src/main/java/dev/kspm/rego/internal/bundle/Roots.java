package dev.kspm.rego.internal.bundle;

import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.policy.LoadException;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which part of {@code data} belongs to a bundle: its own files, and other bundles, must obey. */
final class Roots {
  private Roots() {}

  /** Complains of roots within roots and of what lies outside. */
  static void check(List<String> roots, Map<String, Module> modules, ObjectValue data) {
    for (int i = 0; i < roots.size(); i++) {
      for (int j = i + 1; j < roots.size(); j++) {
        if (overlap(roots.get(i), roots.get(j))) {
          throw new LoadException(
              "manifest has overlapped roots: '" + roots.get(i) + "' and '" + roots.get(j) + "'");
        }
      }
    }
    modules.forEach(
        (name, module) -> {
          Ref path = module.packageDeclaration().path();
          if (!contain(roots, path(path))) {
            throw new LoadException(
                notPermitted(roots)
                    + "'package "
                    + path(path).replace('/', '.')
                    + "' in module '"
                    + name
                    + "'");
          }
        });
    checkData(roots, "", data);
  }

  private static String notPermitted(List<String> roots) {
    return "manifest roots [" + String.join(" ", roots) + "] do not permit ";
  }

  private static String path(Ref path) {
    List<String> keys = new ArrayList<>();
    for (int i = 1; i < path.size(); i++) {
      keys.add(
          path.operand(i) instanceof Scalar scalar && scalar.value() instanceof StringValue text
              ? text.value()
              : path.operand(i).toString());
    }
    return String.join("/", keys);
  }

  private static void checkData(List<String> roots, String at, ObjectValue data) {
    data.forEach(
        (key, value) -> {
          String name = key instanceof StringValue text ? text.value() : key.toString();
          String path = at.isEmpty() ? name : at + "/" + name;
          if (contain(roots, path)) {
            return;
          }
          if (value instanceof ObjectValue below
              && roots.stream().anyMatch(root -> root.startsWith(path + "/"))) {
            checkData(roots, path, below);
            return;
          }
          throw new LoadException(
              notPermitted(roots)
                  + "data at path '/"
                  + path
                  + "' (hint: check bundle directory structure)");
        });
  }

  private static boolean contain(List<String> roots, String path) {
    return roots.stream().anyMatch(root -> isPrefix(root, path));
  }

  static boolean isPrefix(String root, String path) {
    return root.isEmpty() || path.equals(root) || path.startsWith(root + "/");
  }

  static boolean overlap(String a, String b) {
    return isPrefix(a, b) || isPrefix(b, a);
  }
}
