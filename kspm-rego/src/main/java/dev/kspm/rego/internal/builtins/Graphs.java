package dev.kspm.rego.internal.builtins;

/** Walks over documents and graphs. */
final class Graphs {
  private Graphs() {}

  static void define(Definitions in) {
    in.category("graph");
    in.missingRelation(
        "walk",
        "(x: any) => output: array<array[any], any>",
        "Every path of a document with the value there.");
    in.missing(
        "graph.reachable",
        "(graph: object[any: any<array[any], set[any]>], initial: any<array[any], set[any]>) => output: set[any]",
        "The nodes that can be reached from some nodes.");
    in.missing(
        "graph.reachable_paths",
        "(graph: object[any: any<array[any], set[any]>], initial: any<array[any], set[any]>) => output: set[array[any]]",
        "The paths from some nodes that cannot be made longer.");
  }
}
