package dev.kspm.rego.internal.builtins;

/** Amazon Web Services. */
final class Aws {
  private Aws() {}

  static void define(Definitions in) {
    in.category("providers.aws");
    in.missing(
        "providers.aws.sign_req",
        "(request: object[string: any], aws_config: object[string: any], time_ns: number) => signed_request: object[any: any]",
        "A request signed by Signature Version 4.");
  }
}
