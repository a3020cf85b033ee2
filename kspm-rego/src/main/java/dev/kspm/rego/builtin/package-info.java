/** Builtin functions: how one is described and called, and how a host adds its own. */
@NullMarked
package dev.kspm.rego.builtin;

import org.jspecify.annotations.NullMarked;
