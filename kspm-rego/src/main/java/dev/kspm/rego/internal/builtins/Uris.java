package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;

/** URIs as Go's library reads them. */
final class Uris {
  private Uris() {}

  static void define(Definitions in) {
    in.category("uri");
    in.function(
        "uri.parse",
        "(uri: string) => output: object[string: string]",
        "The parts of a URI.",
        Uris::parse);
    in.function(
        "uri.is_valid",
        "(uri: string) => result: boolean",
        "Whether a string is a URI.",
        Uris::isValid);
  }

  private static Value parse(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    Text.charge(context, 2L * text.length());
    GoUrl url = GoUrl.parse(text);
    ObjectValue.Builder out = ObjectValue.builder();
    put(out, "scheme", url.scheme());
    put(out, "hostname", url.hostname());
    put(out, "port", url.port());
    put(out, "path", url.path());
    put(out, "raw_path", url.rawPath());
    put(out, "raw_query", url.query());
    put(out, "fragment", url.fragment());
    return out.build();
  }

  private static void put(ObjectValue.Builder out, String name, String part) {
    if (!part.isEmpty()) {
      out.put(name, StringValue.of(part));
    }
  }

  private static Value isValid(BuiltinContext context, Value[] args) {
    if (!(args[0] instanceof StringValue text) || text.value().isEmpty()) {
      return BooleanValue.FALSE;
    }
    try {
      parse(context, args);
      return BooleanValue.TRUE;
    } catch (BuiltinException broken) {
      return BooleanValue.FALSE;
    }
  }
}
