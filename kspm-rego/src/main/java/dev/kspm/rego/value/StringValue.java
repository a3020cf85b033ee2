package dev.kspm.rego.value;

/** A string of Unicode code points. */
public final class StringValue extends Value {
  public static final StringValue EMPTY = new StringValue("");

  private final String value;

  private StringValue(String value) {
    this.value = value;
  }

  public static StringValue of(String value) {
    return value.isEmpty() ? EMPTY : new StringValue(value);
  }

  public String value() {
    return value;
  }

  @Override
  public ValueType type() {
    return ValueType.STRING;
  }

  @Override
  public boolean equals(Object other) {
    return other == this || other instanceof StringValue that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }
}
