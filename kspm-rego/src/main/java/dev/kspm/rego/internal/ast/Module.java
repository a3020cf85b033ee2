package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.policy.RegoVersion;
import java.util.List;

/**
 * One parsed file.
 *
 * @param version the version it was read as
 * @param isV1 whether the rules of v1 hold in it: read as v1, or as v0 with {@code import rego.v1}
 * @param annotations all of them, those of rules included
 */
public record Module(
    SourceText source,
    RegoVersion version,
    boolean isV1,
    PackageDeclaration packageDeclaration,
    List<Import> imports,
    List<Annotations> annotations,
    List<Rule> rules,
    List<Comment> comments)
    implements Node {
  public Module {
    imports = List.copyOf(imports);
    annotations = List.copyOf(annotations);
    rules = List.copyOf(rules);
    comments = List.copyOf(comments);
  }

  @Override
  public Span span() {
    return packageDeclaration.span();
  }

  public Module withRules(List<Rule> newRules) {
    return new Module(
        source, version, isV1, packageDeclaration, imports, annotations, newRules, comments);
  }
}
