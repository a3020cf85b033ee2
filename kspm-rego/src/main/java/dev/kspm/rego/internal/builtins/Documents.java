package dev.kspm.rego.internal.builtins;

/** Changes of nested documents by path. */
final class Documents {
  private Documents() {}

  static void define(Definitions in) {
    in.category("object");
    in.missing(
        "json.filter",
        "(object: object[any: any], paths: any<array[any<string, array[any]>], set[any<string, array[any]>]>) => filtered: object[any: any]",
        "Only the parts of an object that some paths lead to.");
    in.missing(
        "json.remove",
        "(object: object[any: any], paths: any<array[any<string, array[any]>], set[any<string, array[any]>]>) => output: object[any: any]",
        "An object without the parts that some paths lead to.");
    in.missing(
        "json.patch",
        "(target: any, patches: array[object<op: string, path: any>[any: any]]) => output: any",
        "Applies the operations of RFC 6902.");
  }
}
