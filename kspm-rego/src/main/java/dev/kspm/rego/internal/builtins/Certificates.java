package dev.kspm.rego.internal.builtins;

/** X.509 certificates and private keys. */
final class Certificates {
  private Certificates() {}

  static void define(Definitions in) {
    in.category("crypto");
    in.missing(
        "crypto.x509.parse_certificates",
        "(certs: string) => output: array[object[string: any]]",
        "The certificates of a text.");
    in.missing(
        "crypto.x509.parse_and_verify_certificates",
        "(certs: string) => output: array<boolean, array[object[string: any]]>",
        "Whether a chain of certificates holds, and the certificates.");
    in.missing(
        "crypto.x509.parse_and_verify_certificates_with_options",
        "(certs: string, options: object[string: any]) => output: array<boolean, array[object[string: any]]>",
        "Whether a chain of certificates holds under options, and the certificates.");
    in.missing(
        "crypto.x509.parse_certificate_request",
        "(csr: string) => output: object[string: any]",
        "A PKCS #10 request.");
    in.missing(
        "crypto.x509.parse_keypair",
        "(cert: string, pem: string) => output: object[string: any]",
        "A certificate and its private key.");
    in.missing(
        "crypto.x509.parse_rsa_private_key",
        "(pem: string) => output: object[string: any]",
        "A private RSA key as JWK.");
    in.missing(
        "crypto.parse_private_keys",
        "(keys: string) => output: array[object[string: any]]",
        "The private keys of a text.");
  }
}
