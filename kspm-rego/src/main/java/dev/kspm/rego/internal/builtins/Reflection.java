package dev.kspm.rego.internal.builtins;

/** Policies about policies. */
final class Reflection {
  private Reflection() {}

  static void define(Definitions in) {
    in.category("rego");
    in.missing(
        "rego.parse_module",
        "(filename: string, rego: string) => output: object[string: any]",
        "The syntax tree of a module.");
    in.missing(
        "rego.metadata.chain",
        "() => array[any]",
        "The annotations of the rule and what encloses it; the compiler resolves it.");
    in.missing(
        "rego.metadata.rule",
        "() => any",
        "The annotations of the rule; the compiler resolves it.");
    in.nondeterministic()
        .missing(
            "opa.runtime",
            "() => output: object[string: any]",
            "What the host tells about itself.");
  }
}
