package dev.kspm.rego.conformance;

import dev.kspm.rego.PolicySource;
import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.internal.ast.AstJson;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.builtins.Builtins;
import dev.kspm.rego.internal.parser.ParseResult;
import dev.kspm.rego.internal.parser.Parser;
import dev.kspm.rego.internal.parser.ParserOptions;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The builtins that have a signature and no function yet, and who calls them. */
final class MissingBuiltins {
  private static final Builtins STANDARD = Builtins.standard();
  private static final Set<String> NAMES =
      STANDARD.all().stream()
          .map(Builtin::descriptor)
          .map(d -> d.name())
          .filter(name -> !STANDARD.callable(name))
          .collect(Collectors.toUnmodifiableSet());

  private MissingBuiltins() {}

  /** The missing ones that modules or a query name in their trees. */
  static Set<String> calledBy(List<PolicySource> sources, String query) {
    Set<String> called = new TreeSet<>();
    if (NAMES.isEmpty()) {
      return called;
    }
    for (PolicySource source : sources) {
      ParserOptions options =
          ParserOptions.of(source.version()).withFutureKeywords(source.futureKeywords());
      ParseResult<Module> module = Parser.parseModule(source.text(), options);
      if (module.value() != null) {
        find(AstJson.value(module.value(), false), called);
      }
    }
    ParseResult<Body> body =
        Parser.parseBody(
            SourceText.of("", query), ParserOptions.of(dev.kspm.rego.policy.RegoVersion.V1));
    if (body.value() != null) {
      find(AstJson.value(body.value(), false), called);
    }
    return called;
  }

  private static void find(Value tree, Set<String> called) {
    if (tree instanceof ArrayValue array) {
      array.forEach(part -> find(part, called));
    } else if (tree instanceof ObjectValue object) {
      if (object.get("type") instanceof StringValue type
          && type.value().equals("ref")
          && object.get("value") instanceof ArrayValue parts) {
        String name = name(parts);
        if (NAMES.contains(name)) {
          called.add(name);
        }
      }
      object.forEach((key, part) -> find(part, called));
    }
  }

  private static String name(ArrayValue parts) {
    StringBuilder name = new StringBuilder();
    for (Value part : parts) {
      name.append(name.isEmpty() ? "" : ".");
      name.append(((ObjectValue) part).get("value") instanceof StringValue s ? s.value() : "[]");
    }
    return name.toString();
  }
}
