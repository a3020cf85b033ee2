package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Import;
import dev.kspm.rego.internal.ast.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a query stands: names are resolved as in a module with this package and these imports.
 *
 * @param packagePath begins with {@code data}; {@code null} for none
 */
public record QueryContext(@Nullable Ref packagePath, List<Import> imports) {
  public static final QueryContext NONE = new QueryContext(null, List.of());

  public QueryContext {
    imports = List.copyOf(imports);
  }
}
