package dev.kspm.rego.internal.builtins;

/** HTTP. */
final class Http {
  private Http() {}

  static void define(Definitions in) {
    in.category("http");
    in.nondeterministic()
        .missing(
            "http.send",
            "(request: object[string: any]) => response: object[any: any]",
            "Sends a request and gives the response.");
  }
}
