package dev.kspm.rego.builtin;

/** A builtin: its description and what it does. Thread-safe: one instance serves all sessions. */
public sealed interface Builtin permits Builtin.OfFunction, Builtin.OfRelation {
  BuiltinDescriptor descriptor();

  /** A builtin with at most one result for each call. */
  record OfFunction(BuiltinDescriptor descriptor, BuiltinFunction function) implements Builtin {}

  /** A builtin that may have many results for each call, such as {@code walk}. */
  record OfRelation(BuiltinDescriptor descriptor, BuiltinRelation relation) implements Builtin {}

  static Builtin function(BuiltinDescriptor descriptor, BuiltinFunction function) {
    return new OfFunction(descriptor, function);
  }

  static Builtin relation(BuiltinDescriptor descriptor, BuiltinRelation relation) {
    return new OfRelation(descriptor, relation);
  }
}
