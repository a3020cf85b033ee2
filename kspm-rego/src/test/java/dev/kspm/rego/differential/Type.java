package dev.kspm.rego.differential;

import org.jspecify.annotations.Nullable;

/** The type of a term: a scalar, or a collection of elements of one type. */
record Type(Kind kind, @Nullable Type element) {
  static final Type NUMBER = new Type(Kind.NUMBER, null);
  static final Type STRING = new Type(Kind.STRING, null);
  static final Type BOOLEAN = new Type(Kind.BOOLEAN, null);
  static final Type NULL = new Type(Kind.NULL, null);

  /** What may be of any type, so that only equality and printing may be used on it. */
  static final Type ANY = new Type(Kind.ANY, null);

  /** The kinds with the letters that stand for them in templates. */
  enum Kind {
    NUMBER('N'),
    STRING('S'),
    BOOLEAN('B'),
    NULL('Z'),
    ARRAY('A'),
    SET('E'),
    OBJECT('O'),
    ANY('?');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }
  }

  static Type array(Type element) {
    return new Type(Kind.ARRAY, element);
  }

  static Type set(Type element) {
    return new Type(Kind.SET, element);
  }

  static Type object(Type element) {
    return new Type(Kind.OBJECT, element);
  }

  boolean isCollection() {
    return element != null;
  }

  Type of() {
    if (element == null) {
      throw new IllegalStateException(kind + " has no elements");
    }
    return element;
  }

  /** The type of what selects a member. */
  Type key() {
    return switch (kind) {
      case ARRAY -> NUMBER;
      case OBJECT -> STRING;
      default -> of();
    };
  }

  /** Reads the short form of templates: {@code N}, {@code A(S)}, {@code O(A(N))}. */
  static Type parse(String text) {
    for (Kind kind : Kind.values()) {
      if (kind.letter == text.charAt(0)) {
        return text.length() == 1
            ? new Type(kind, null)
            : new Type(kind, parse(text.substring(2, text.length() - 1)));
      }
    }
    throw new IllegalArgumentException(text);
  }

  @Override
  public String toString() {
    return element == null ? "" + kind.letter : kind.letter + "(" + element + ")";
  }

  static Type scalar(Dice dice) {
    return dice.percent(10) ? dice.pick(BOOLEAN, NULL) : dice.pick(NUMBER, STRING);
  }

  /** A type whose collections are nested at most so deep. */
  static Type random(Dice dice, int depth, boolean sets) {
    if (depth <= 0 || dice.percent(45)) {
      return scalar(dice);
    }
    Type element = random(dice, depth - 1, sets);
    return switch (dice.below(sets ? 3 : 2)) {
      case 0 -> array(element);
      case 1 -> object(element);
      default -> set(element);
    };
  }
}
