package dev.kspm.rego.builtin;

import dev.kspm.rego.value.Value;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A type of the type checker, as in the signatures of builtins. Immutable. */
public sealed interface RegoType {
  /** Anything at all. */
  RegoType ANY = new AnyOf(List.of());

  RegoType NULL = new Primitive("null");
  RegoType BOOLEAN = new Primitive("boolean");
  RegoType NUMBER = new Primitive("number");
  RegoType STRING = new Primitive("string");

  /** Not known yet; only in messages of the type checker. */
  RegoType UNKNOWN = new Primitive("???");

  /** {@code null}, {@code boolean}, {@code number} or {@code string}. */
  record Primitive(String name) implements RegoType {}

  /** One of some types; of none: anything. */
  record AnyOf(List<RegoType> types) implements RegoType {
    public AnyOf {
      types = List.copyOf(types);
    }
  }

  /** An array with some leading elements of known types and any number of further ones. */
  record ArrayOf(List<RegoType> elements, @Nullable RegoType rest) implements RegoType {
    public ArrayOf {
      elements = List.copyOf(elements);
    }
  }

  /** A set; of elements of no type when it is empty. */
  record SetOf(@Nullable RegoType element) implements RegoType {}

  /** An object with some known members and any number of further ones. */
  record ObjectOf(List<Property> properties, @Nullable RegoType keys, @Nullable RegoType values)
      implements RegoType {
    public ObjectOf {
      properties = List.copyOf(properties);
    }

    /** A member that is always there. */
    public record Property(Value key, RegoType type) {}
  }

  /** A function; {@code result} is {@code null} for one without a value, such as {@code print}. */
  record Function(List<RegoType> args, @Nullable RegoType variadic, @Nullable RegoType result)
      implements RegoType {
    public Function {
      args = List.copyOf(args);
    }
  }

  /**
   * A type with a name and a description, as documentation of a parameter or result; otherwise like
   * the type itself.
   */
  record Named(String name, String description, RegoType type) implements RegoType {}

  /** A type that holds itself, by the name that messages show. */
  record Recursive(String name, Supplier<RegoType> definition) implements RegoType {}

  static RegoType anyOf(RegoType... types) {
    return new AnyOf(List.of(types));
  }

  static RegoType arrayOf(RegoType element) {
    return new ArrayOf(List.of(), element);
  }

  static RegoType setOf(RegoType element) {
    return new SetOf(element);
  }

  static RegoType objectOf(RegoType keys, RegoType values) {
    return new ObjectOf(List.of(), keys, values);
  }

  static RegoType named(String name, String description, RegoType type) {
    return new Named(name, description, type);
  }
}
