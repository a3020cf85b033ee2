/**
 * The syntax tree: what stands in a module, with the place of every node.
 *
 * <p>The shape is that of OPA's tree, so that its JSON form can be written from it: a body is a
 * list of expressions, an expression is a term, a call or a declaration, infix operators are calls
 * of builtins. Trees are immutable; a compiler pass gives new ones. Records compare by structure
 * and place; two trees are the same program when their printed texts are equal.
 */
@NullMarked
package dev.kspm.rego.internal.ast;

import org.jspecify.annotations.NullMarked;
