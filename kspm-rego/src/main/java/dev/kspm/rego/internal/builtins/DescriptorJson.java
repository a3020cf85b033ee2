package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.builtin.TypeJson;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;

/** Writes descriptors as OPA's {@code capabilities.json} does. */
public final class DescriptorJson {
  private DescriptorJson() {}

  /** The entry of a builtin. */
  public static ObjectValue of(Builtin builtin) {
    BuiltinDescriptor descriptor = builtin.descriptor();
    ObjectValue.Builder out =
        ObjectValue.builder()
            .put("name", StringValue.of(descriptor.name()))
            .put("decl", TypeJson.of(descriptor.type()));
    if (descriptor.infix() != null) {
      out.put("infix", StringValue.of(descriptor.infix()));
    }
    flag(out, "relation", descriptor.relation());
    flag(out, "deprecated", descriptor.deprecated());
    flag(out, "nondeterministic", !descriptor.deterministic());
    return out.build();
  }

  private static void flag(ObjectValue.Builder out, String name, boolean set) {
    if (set) {
      out.put(name, BooleanValue.TRUE);
    }
  }
}
