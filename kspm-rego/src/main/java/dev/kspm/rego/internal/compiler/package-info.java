/**
 * From parsed modules to {@link CompiledModules}, and from a parsed body to a {@link
 * CompiledQuery}.
 *
 * <p>Each pass is a class of its own with one purpose; {@link ModuleCompiler} and {@link
 * QueryCompiler} say in which order they run. Every pass takes a tree and gives a new one; nothing
 * is changed in place. Compilation stops after the first pass that reported an error.
 *
 * <h2>The normal form</h2>
 *
 * What comes out obeys these rules, on which the planner relies. A <em>flat</em> term is a {@link
 * dev.kspm.rego.internal.ast.Var}, a {@link dev.kspm.rego.internal.ast.Scalar}, or an array, object
 * or set whose elements, keys and values are flat: no reference, call, comprehension or template
 * string anywhere inside. A <em>flat reference</em> is a {@code Ref} whose head is a {@code Var}
 * (never a composite, comprehension or call) and whose operands are flat. A variable used as a term
 * is a {@code Var}; {@code input} and {@code data} alone are a {@code Ref} of one part.
 *
 * <ul>
 *   <li>No {@code Call} and no {@code TemplateString} terms are left, anywhere.
 *   <li>Names are resolved: a flat reference begins with {@code data}, {@code input} or a local
 *       variable. Imports and names of rules are gone. Operators of calls are {@code data.…} for
 *       functions, else the name of a builtin; their parts are constants. A call through a local
 *       variable does not exist.
 *   <li>Bodies are never empty and are in an order in which they can be run from left to right:
 *       when an expression's turn comes, every variable that it needs is bound. Only output
 *       positions bind. A variable of a closure (comprehension, {@code every}, explicit body) that
 *       also occurs in an enclosing body or head is the same variable there; else it is local to
 *       the closure.
 *   <li>Locals that were declared ({@code :=}, {@code some}, parameters, {@code every}) and what
 *       passes made up are named {@code __localN__} ({@code __localqN__} in queries), unique in the
 *       whole compilation; {@link CompiledModules#writtenName} gives the name in the source.
 *       Variables that were never declared keep their name, and wildcards are {@code $N}, each its
 *       own variable.
 *   <li>{@code some} declarations are gone ({@code some k, v in xs} is {@code v = xs[k]}).
 * </ul>
 *
 * Expressions are:
 *
 * <ul>
 *   <li>{@code TermForm}: a flat reference, a flat term or a comprehension; succeeds when defined
 *       and not {@code false}.
 *   <li>{@code CallForm} of {@code eq} with two arguments: each is a flat term, a flat reference
 *       (may iterate) or a comprehension. {@code ==} and {@code :=} have become {@code eq}.
 *   <li>any other {@code CallForm}: arguments are flat. With as many arguments as the callee has
 *       parameters it succeeds when its result is defined and not {@code false}; with one more, the
 *       last argument is unified with the result, which may then be {@code false}. All others are
 *       bound. {@code internal.print} takes one array of set comprehensions and never fails.
 *   <li>{@code Every}: the key and value are variables (a key is always there), the domain is a
 *       variable that is bound.
 *   <li>{@code Negation}, {@code Logical}: bodies in normal form; they bind nothing outside.
 * </ul>
 *
 * <p>{@code internal.print} and {@code internal.template_string} take one array. Its elements are
 * flat: variables bound before to set comprehensions, sets of one variable, or (templates only)
 * scalars.
 *
 * <p>A negated expression (v0's and v1's {@code not}) binds nothing; operands that need evaluation
 * were hoisted before it. An expression's {@code with} modifiers are repeated on the expressions
 * that were hoisted out of it. A modifier's target is a reference that begins with {@code input} or
 * {@code data} and has constant operands, or the name of a function or builtin; its value is flat,
 * or (when the target is a function or builtin) a reference: the name of a function or builtin, or
 * a rule whose value is then the result of every call.
 *
 * <p>Heads: parameters are flat patterns whose variables are locals; an operand of the head's
 * reference is a constant or a variable; key and value are flat. Their variables are bound by the
 * body (or are parameters). A default rule has a ground value, or a variable that its body binds to
 * a comprehension.
 */
@NullMarked
package dev.kspm.rego.internal.compiler;

import org.jspecify.annotations.NullMarked;
