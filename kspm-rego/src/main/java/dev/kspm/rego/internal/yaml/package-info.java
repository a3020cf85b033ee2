/**
 * YAML text to values: the events of snakeyaml-engine, and on top of them composition, schema and
 * merge keys of our own with the rules of the Go libraries that OPA and Kubernetes use.
 *
 * <p>The engine's own composer calls itself for each level of nesting and knows no merge keys.
 */
@NullMarked
package dev.kspm.rego.internal.yaml;

import org.jspecify.annotations.NullMarked;
