package dev.kspm.rego.value;

/** The seven types of Rego in the order in which values of different types are sorted. */
public enum ValueType {
  NULL("null"),
  BOOLEAN("boolean"),
  NUMBER("number"),
  STRING("string"),
  ARRAY("array"),
  OBJECT("object"),
  SET("set");

  private final String regoName;

  ValueType(String regoName) {
    this.regoName = regoName;
  }

  /** The name that {@code type_name} gives and that messages use. */
  public String regoName() {
    return regoName;
  }

  @Override
  public String toString() {
    return regoName;
  }
}
