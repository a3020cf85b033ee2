package dev.kspm.rego.value;

/** The value {@code null}. */
public final class NullValue extends Value {
  public static final NullValue NULL = new NullValue();

  private NullValue() {}

  @Override
  public ValueType type() {
    return ValueType.NULL;
  }

  @Override
  public boolean equals(Object other) {
    return other == this;
  }

  @Override
  public int hashCode() {
    return 0x6e756c6c;
  }
}
