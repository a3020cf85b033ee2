package dev.kspm.rego.internal.builtins;

/** Objects. */
final class Objects {
  private Objects() {}

  static void define(Definitions in) {
    in.category("object");
    in.missing(
        "object.get",
        "(object: object[any: any], key: any, default: any) => value: any",
        "The value at a key or at a path of keys, or a default.");
    in.missing(
        "object.keys", "(object: object[any: any]) => value: set[any]", "The keys of an object.");
    in.missing(
        "object.remove",
        "(object: object[any: any], keys: any<array[any], object[any: any], set[any]>) => output: object[any: any]",
        "An object without some keys.");
    in.missing(
        "object.filter",
        "(object: object[any: any], keys: any<array[any], object[any: any], set[any]>) => filtered: object[any: any]",
        "An object with only some keys.");
    in.missing(
        "object.union",
        "(a: object[any: any], b: object[any: any]) => output: object[any: any]",
        "Merges two objects, recursively; the second wins.");
    in.missing(
        "object.union_n",
        "(objects: array[object[any: any]]) => output: object[any: any]",
        "Merges objects, recursively; later ones win.");
    in.missing(
        "object.subset",
        "(super: any<array[any], object[any: any], set[any]>, sub: any<array[any], object[any: any], set[any]>) => result: boolean",
        "Whether a collection holds all that another holds.");
  }
}
