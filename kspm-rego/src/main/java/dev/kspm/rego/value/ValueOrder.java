package dev.kspm.rego.value;

/** Rego's total order over all values. */
final class ValueOrder {
  private ValueOrder() {}

  static int compare(Value a, Value b) {
    int byType = a.type().compareTo(b.type());
    if (byType != 0) {
      return byType;
    }
    if (a instanceof NumberValue x && b instanceof NumberValue y) {
      return NumberValue.compare(x, y);
    }
    if (a instanceof StringValue x && b instanceof StringValue y) {
      return compareCodePoints(x.value(), y.value());
    }
    if (a instanceof BooleanValue x && b instanceof BooleanValue y) {
      return Boolean.compare(x.value(), y.value());
    }
    if (a instanceof ArrayValue x && b instanceof ArrayValue y) {
      return compareArrays(x, y);
    }
    if (a instanceof ObjectValue x && b instanceof ObjectValue y) {
      return compareObjects(x, y);
    }
    if (a instanceof SetValue x && b instanceof SetValue y) {
      return compareSets(x, y);
    }
    return 0;
  }

  private static int compareArrays(ArrayValue a, ArrayValue b) {
    int n = Math.min(a.size(), b.size());
    for (int i = 0; i < n; i++) {
      int c = a.get(i).compareTo(b.get(i));
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int compareObjects(ObjectValue a, ObjectValue b) {
    int n = Math.min(a.size(), b.size());
    for (int i = 0; i < n; i++) {
      int c = a.keyAt(i).compareTo(b.keyAt(i));
      if (c == 0) {
        c = a.valueAt(i).compareTo(b.valueAt(i));
      }
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int compareSets(SetValue a, SetValue b) {
    int n = Math.min(a.size(), b.size());
    for (int i = 0; i < n; i++) {
      int c = a.elementAt(i).compareTo(b.elementAt(i));
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  /**
   * Compares by code point, which is the order of the UTF-8 bytes; {@code String.compareTo} goes by
   * UTF-16 unit and puts U+FFFD after U+10000.
   */
  static int compareCodePoints(String a, String b) {
    int n = Math.min(a.length(), b.length());
    for (int i = 0; i < n; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean sx = Character.isSurrogate(x);
        boolean sy = Character.isSurrogate(y);
        return sx == sy ? Character.compare(x, y) : sx ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
