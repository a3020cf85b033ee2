package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code import path as alias}.
 *
 * @param aliasSpan the place of the alias, {@link Span#NONE} without one
 */
public record Import(Ref path, @Nullable String alias, Span aliasSpan, Span span)
    implements Statement {
  public Import(Ref path, @Nullable String alias, Span span) {
    this(path, alias, Span.NONE, span);
  }

  /** The name that the import gives in its module: the alias, else the last part of the path. */
  public String name() {
    if (alias != null) {
      return alias;
    }
    Term last = path.parts().get(path.size() - 1);
    return last instanceof Scalar s && s.value() instanceof dev.kspm.rego.value.StringValue text
        ? text.value()
        : ((Var) path.head()).name();
  }

  @Override
  public String toString() {
    return AstText.of(this);
  }
}
