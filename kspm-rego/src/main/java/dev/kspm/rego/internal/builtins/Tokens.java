package dev.kspm.rego.internal.builtins;

/** JSON Web Tokens read and verified. */
final class Tokens {
  private Tokens() {}

  static void define(Definitions in) {
    in.category("tokens");
    in.missing(
        "io.jwt.decode",
        "(jwt: string) => output: array<object[any: any], object[any: any], string>",
        "Header, payload and signature, not verified.");
    in.nondeterministic()
        .missing(
            "io.jwt.decode_verify",
            "(jwt: string, constraints: object[string: any]) => output: array<boolean, object[any: any], object[any: any]>",
            "Whether a token holds under constraints, its header and payload.");
    in.missing(
        "io.jwt.verify_hs256",
        "(jwt: string, secret: string) => result: boolean",
        "Whether the signature by HS256 holds.");
    in.missing(
        "io.jwt.verify_hs384",
        "(jwt: string, secret: string) => result: boolean",
        "Whether the signature by HS384 holds.");
    in.missing(
        "io.jwt.verify_hs512",
        "(jwt: string, secret: string) => result: boolean",
        "Whether the signature by HS512 holds.");
    in.missing(
        "io.jwt.verify_rs256",
        "(jwt: string, certificate: string) => result: boolean",
        "Whether the signature by RS256 holds.");
    in.missing(
        "io.jwt.verify_rs384",
        "(jwt: string, certificate: string) => result: boolean",
        "Whether the signature by RS384 holds.");
    in.missing(
        "io.jwt.verify_rs512",
        "(jwt: string, certificate: string) => result: boolean",
        "Whether the signature by RS512 holds.");
    in.missing(
        "io.jwt.verify_ps256",
        "(jwt: string, certificate: string) => result: boolean",
        "Whether the signature by PS256 holds.");
    in.missing(
        "io.jwt.verify_ps384",
        "(jwt: string, certificate: string) => result: boolean",
        "Whether the signature by PS384 holds.");
    in.missing(
        "io.jwt.verify_ps512",
        "(jwt: string, certificate: string) => result: boolean",
        "Whether the signature by PS512 holds.");
    in.missing(
        "io.jwt.verify_es256",
        "(jwt: string, certificate: string) => result: boolean",
        "Whether the signature by ES256 holds.");
    in.missing(
        "io.jwt.verify_es384",
        "(jwt: string, certificate: string) => result: boolean",
        "Whether the signature by ES384 holds.");
    in.missing(
        "io.jwt.verify_es512",
        "(jwt: string, certificate: string) => result: boolean",
        "Whether the signature by ES512 holds.");
    in.missing(
        "io.jwt.verify_eddsa",
        "(jwt: string, certificate: string) => result: boolean",
        "Whether the signature by EDDSA holds.");
  }
}
