package dev.kspm.rego.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A module that is being written: a package, imports and rules. */
final class ModuleText {
  private final String packagePath;
  private final Dialect dialect;
  private final Map<String, String> aliases = new TreeMap<>();
  private final List<String> imports = new ArrayList<>();
  private final List<String> rules = new ArrayList<>();

  ModuleText(String packagePath, Dialect dialect) {
    this.packagePath = packagePath;
    this.dialect = dialect;
    imports.addAll(dialect.imports());
  }

  String packagePath() {
    return packagePath;
  }

  Dialect dialect() {
    return dialect;
  }

  /** From packages to the names that they are imported under. */
  Map<String, String> aliases() {
    return aliases;
  }

  void importPackage(String path, String alias) {
    if (aliases.putIfAbsent(path, alias) == null) {
      imports.add("import data." + path + " as " + alias);
    }
  }

  void addRule(String rule) {
    rules.add(rule);
  }

  List<String> rules() {
    return rules;
  }

  String header() {
    return "package " + packagePath + "\n\n" + String.join("\n", imports) + "\n\n";
  }

  String text(List<String> ruleOrder) {
    return header() + String.join("\n\n", ruleOrder) + "\n";
  }
}
