package dev.kspm.rego.internal.builtins;

/** URIs by RFC 3986. */
final class Uris {
  private Uris() {}

  static void define(Definitions in) {
    in.category("uri");
    in.missing(
        "uri.parse", "(uri: string) => output: object[string: string]", "The parts of a URI.");
    in.missing("uri.is_valid", "(uri: string) => result: boolean", "Whether a string is a URI.");
  }
}
