package dev.kspm.rego.internal.builtins;

/** UUIDs. */
final class Uuids {
  private Uuids() {}

  static void define(Definitions in) {
    in.category("uuid");
    in.missing(
        "uuid.parse", "(uuid: string) => result: object[string: any]", "The parts of a UUID.");
    in.nondeterministic()
        .missing(
            "uuid.rfc4122",
            "(k: string) => output: string",
            "A random UUID, the same for equal arguments in one query.");
  }
}
