package dev.kspm.rego.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A number of any size and precision that keeps the text it was written with.
 *
 * <p>Equality, order and hash go by the exact value: {@code 1}, {@code 1.0} and {@code 1e0} are one
 * number. Text that is a plain 64-bit integer is held as {@code long}; everything else is held as
 * text and parsed on first use, so that {@code 1e1000000000} costs nothing until somebody computes
 * with it.
 */
@SuppressWarnings(
    "InconsistentHashCode") // equality goes by the exact value, which is made on demand
public final class NumberValue extends Value {
  private static final int CACHE_LOW = -128;
  private static final int CACHE_HIGH = 1023;
  private static final NumberValue[] CACHE = new NumberValue[CACHE_HIGH - CACHE_LOW + 1];

  static {
    for (int i = 0; i < CACHE.length; i++) {
      CACHE[i] = new NumberValue(i + CACHE_LOW, null);
    }
  }

  private final long small;
  private final @Nullable String text;
  private @Nullable BigDecimal exact;

  private NumberValue(long small, @Nullable String text) {
    this.small = small;
    this.text = text;
  }

  public static NumberValue of(long value) {
    return value >= CACHE_LOW && value <= CACHE_HIGH
        ? CACHE[(int) value - CACHE_LOW]
        : new NumberValue(value, null);
  }

  /** A number from an integer of any size. */
  public static NumberValue of(BigInteger value) {
    return value.bitLength() < 64
        ? of(value.longValue())
        : spelled(value.toString(), new BigDecimal(value));
  }

  /**
   * A number from its text.
   *
   * @param text a JSON number; its spelling is kept
   * @throws NumberFormatException if the text is not a JSON number
   */
  public static NumberValue parse(String text) {
    if (!NumberText.isJsonNumber(text)) {
      throw new NumberFormatException("not a JSON number: " + text);
    }
    return NumberText.isCanonicalLong(text) ? of(Long.parseLong(text)) : new NumberValue(0, text);
  }

  /**
   * A number with a text that is not JSON's, such as {@code 0x1p-2}: OPA's {@code to_number} keeps
   * whatever Go reads as number.
   */
  public static NumberValue spelled(String text, BigDecimal value) {
    NumberValue number = new NumberValue(0, text);
    number.exact = value;
    return number;
  }

  /** Whether this is held as a 64-bit integer; a cheap test, {@code false} for {@code 1.0}. */
  public boolean isLong() {
    return text == null;
  }

  /** The value when {@link #isLong}. */
  public long asLong() {
    return small;
  }

  /** Whether the exact value is an integer ({@code 1.0} and {@code 1e3} are). */
  public boolean isInteger() {
    return text == null || NumberText.isIntegral(exact());
  }

  /**
   * The exact value; may have a huge exponent, so do not ask for its {@code BigInteger} without
   * {@link NumberText#isIntegral} and a bound.
   */
  public BigDecimal exact() {
    BigDecimal known = exact;
    if (known == null) {
      known = text == null ? BigDecimal.valueOf(small) : NumberText.exact(text);
      exact = known;
    }
    return known;
  }

  /** The 64-bit float nearest to this number, infinite when it is out of range. */
  public double asDouble() {
    return text == null
        ? small
        : NumberText.isJsonNumber(text) ? Double.parseDouble(text) : exact().doubleValue();
  }

  /** The text as it was written, or the decimal digits of an integer. */
  public String text() {
    return text == null ? Long.toString(small) : text;
  }

  @Override
  public ValueType type() {
    return ValueType.NUMBER;
  }

  @Override
  public boolean equals(Object other) {
    if (other == this) {
      return true;
    }
    if (!(other instanceof NumberValue that)) {
      return false;
    }
    return text == null && that.text == null ? small == that.small : compare(this, that) == 0;
  }

  static int compare(NumberValue a, NumberValue b) {
    return a.text == null && b.text == null
        ? Long.compare(a.small, b.small)
        : a.exact().compareTo(b.exact());
  }

  @Override
  public int hashCode() {
    if (text == null) {
      return Long.hashCode(small);
    }
    return NumberText.hash(exact());
  }
}
