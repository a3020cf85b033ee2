package dev.kspm.rego.differential;

import java.util.List;

/** How a module is written. */
enum Dialect {
  V0("v0", List.of(), false, false, false),
  V0_KEYWORDS("v0", List.of("import future.keywords"), true, true, true),
  V0_REGO_V1("v0", List.of("import rego.v1"), true, true, false),
  V1("v1", List.of(), true, true, false),
  V1_LOGIC(
      "v1",
      List.of(
          "import future.keywords.not", "import future.keywords.and", "import future.keywords.or"),
      true,
      true,
      true),
  V2("v1", List.of("import rego.v2"), true, true, true);

  private final String version;
  private final List<String> imports;
  private final boolean heads;
  private final boolean keywords;
  private final boolean logic;

  Dialect(String version, List<String> imports, boolean heads, boolean keywords, boolean logic) {
    this.version = version;
    this.imports = imports;
    this.heads = heads;
    this.keywords = keywords;
    this.logic = logic;
  }

  String version() {
    return version;
  }

  List<String> imports() {
    return imports;
  }

  /** Whether heads are written with {@code if} and {@code contains}. */
  boolean heads() {
    return heads;
  }

  /** Whether {@code in} and {@code every} are known. */
  boolean keywords() {
    return keywords;
  }

  /** Whether {@code and}, {@code or} and bodies after {@code not} are known. */
  boolean logic() {
    return logic;
  }

  /**
   * Whether template strings may be written; v0 does not know them, which is tried now and then.
   */
  boolean templates(Dice dice) {
    return version.equals("v1") || dice.percent(1);
  }

  static Dialect random(Dice dice) {
    return dice.pick(V0, V0_KEYWORDS, V0_REGO_V1, V1, V1, V1, V1, V1_LOGIC, V1_LOGIC, V2, V2);
  }
}
