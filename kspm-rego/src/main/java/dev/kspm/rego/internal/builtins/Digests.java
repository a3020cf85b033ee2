package dev.kspm.rego.internal.builtins;

/** Digests and message authentication codes. */
final class Digests {
  private Digests() {}

  static void define(Definitions in) {
    in.category("crypto");
    in.missing("crypto.md5", "(x: string) => y: string", "MD5 in hexadecimal digits.");
    in.missing("crypto.sha1", "(x: string) => y: string", "SHA-1 in hexadecimal digits.");
    in.missing("crypto.sha256", "(x: string) => y: string", "SHA-256 in hexadecimal digits.");
    in.missing(
        "crypto.hmac.md5",
        "(x: string, key: string) => y: string",
        "HMAC with MD5 in hexadecimal digits.");
    in.missing(
        "crypto.hmac.sha1",
        "(x: string, key: string) => y: string",
        "HMAC with SHA-1 in hexadecimal digits.");
    in.missing(
        "crypto.hmac.sha256",
        "(x: string, key: string) => y: string",
        "HMAC with SHA-256 in hexadecimal digits.");
    in.missing(
        "crypto.hmac.sha512",
        "(x: string, key: string) => y: string",
        "HMAC with SHA-512 in hexadecimal digits.");
    in.missing(
        "crypto.hmac.equal",
        "(mac1: string, mac2: string) => result: boolean",
        "Compares two codes in constant time.");
  }
}
