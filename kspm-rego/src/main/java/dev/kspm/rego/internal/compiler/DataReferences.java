package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Import;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Term;
import java.util.ArrayList;
import java.util.List;

/** Collects the references of a module to {@code data}, imports first. */
public final class DataReferences extends TreeWalker {
  private final List<Ref> found = new ArrayList<>();

  private DataReferences() {}

  /** In reading order, as they are written. */
  public static List<Ref> of(Module module) {
    DataReferences references = new DataReferences();
    module.imports().stream().map(Import::path).forEach(references::term);
    references.module(module);
    return references.found;
  }

  @Override
  void operator(Ref operator) {
    term(operator);
  }

  @Override
  void term(Term term) {
    if (term instanceof Ref ref && "data".equals(Refs.root(ref))) {
      found.add(ref);
    }
    children(term);
  }
}
