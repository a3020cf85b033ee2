package dev.kspm.rego.internal.builtins;

/** JSON Web Tokens made. */
final class TokenSigning {
  private TokenSigning() {}

  static void define(Definitions in) {
    in.category("tokensign");
    in.nondeterministic()
        .missing(
            "io.jwt.encode_sign",
            "(headers: object[string: any], payload: object[string: any], key: object[string: any]) => output: string",
            "A signed token from objects.");
    in.nondeterministic()
        .missing(
            "io.jwt.encode_sign_raw",
            "(headers: string, payload: string, key: string) => output: string",
            "A signed token from JSON texts.");
  }
}
