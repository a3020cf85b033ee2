package dev.kspm.rego.internal.schema;

import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A schema, or a part of one. Immutable and thread-safe.
 *
 * @param types names in {@code type}, in their order
 * @param properties parts in {@code properties}
 * @param items parts in {@code items}: one for all elements, or one for each
 * @param isForEachItem whether {@code items} is one part that holds for every element
 * @param anyOf parts of which one must hold
 * @param allOf parts that must all hold
 * @param reference where {@code $ref} leads, in place of all else
 * @param keywords the whole part as it is written
 */
public record JsonSchema(
    List<String> types,
    Map<Value, JsonSchema> properties,
    List<JsonSchema> items,
    boolean isForEachItem,
    List<JsonSchema> anyOf,
    List<JsonSchema> allOf,
    @Nullable Reference reference,
    ObjectValue keywords) {

  /** A schema that says nothing: {@code {}} and {@code true}, and here also {@code false}. */
  static final JsonSchema ANYTHING =
      new JsonSchema(
          List.of(), Map.of(), List.of(), false, List.of(), List.of(), null, ObjectValue.EMPTY);

  /** A reference by its absolute name; the target may hold the reference itself. */
  public record Reference(String name, Supplier<JsonSchema> target) {}
}
