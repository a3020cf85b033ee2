package dev.kspm.rego.value;

/** An array that holds its elements. */
final class PlainArray extends ArrayValue {
  private final Value[] elements;
  private int hash;
  private boolean observed;

  PlainArray(Value[] elements) {
    this.elements = elements;
  }

  @Override
  public int size() {
    return elements.length;
  }

  @Override
  public Value get(int index) {
    return elements[index];
  }

  @Override
  boolean isObserved() {
    return hashCode() != 0 && observed;
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0 || observed) {
      h = 7;
      boolean seen = false;
      for (Value element : elements) {
        h = 31 * h + element.hashCode();
        seen |= element.isObserved();
      }
      h = h == 0 ? 1 : h;
      observed = seen;
      hash = h;
    }
    return h;
  }
}
