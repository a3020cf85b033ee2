package dev.kspm.rego.internal.builtins;

/** Bytes as text. */
final class Encodings {
  private Encodings() {}

  static void define(Definitions in) {
    in.category("encoding");
    in.missing("base64.encode", "(x: string) => y: string", "Base64 of the UTF-8 bytes.");
    in.missing(
        "base64.decode", "(x: string) => y: string", "The string whose bytes are in Base64.");
    in.missing("base64.is_valid", "(x: string) => result: boolean", "Whether a string is Base64.");
    in.missing("base64url.encode", "(x: string) => y: string", "Base64 in the alphabet for URLs.");
    in.missing(
        "base64url.encode_no_pad",
        "(x: string) => y: string",
        "Base64 in the alphabet for URLs, without padding.");
    in.missing(
        "base64url.decode",
        "(x: string) => y: string",
        "The string whose bytes are in Base64 for URLs.");
    in.missing("hex.encode", "(x: string) => y: string", "Hexadecimal digits of the UTF-8 bytes.");
    in.missing(
        "hex.decode",
        "(x: string) => y: string",
        "The string whose bytes are in hexadecimal digits.");
    in.missing("urlquery.encode", "(x: string) => y: string", "A string as part of a URL query.");
    in.missing(
        "urlquery.decode", "(x: string) => y: string", "The string that stands in a URL query.");
    in.missing(
        "urlquery.encode_object",
        "(object: object[string: any<string, array[string], set[string]>]) => y: string",
        "An object as URL query.");
    in.missing(
        "urlquery.decode_object",
        "(x: string) => object: object[string: array[string]]",
        "A URL query as object of arrays.");
  }
}
