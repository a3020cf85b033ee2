package dev.kspm.rego;

import dev.kspm.rego.internal.ast.AstJson;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.parser.Parser;
import dev.kspm.rego.internal.parser.ParserOptions;
import java.util.Map;

/** The syntax tree of one module, for tools. Immutable and thread-safe. */
public final class SyntaxTree {
  private final Module module;

  private SyntaxTree(Module module) {
    this.module = module;
  }

  /**
   * Parses a module without compiling it.
   *
   * @throws dev.kspm.rego.policy.CompileException with everything that is wrong
   */
  public static SyntaxTree of(PolicySource source) {
    ParserOptions options =
        ParserOptions.of(source.version())
            .withFutureKeywords(source.futureKeywords())
            .withAnnotations();
    return new SyntaxTree(Parser.parseModule(source.text(), options).orThrow());
  }

  /**
   * The tree as {@code opa parse --format json} writes it.
   *
   * @param locations whether places are wanted
   * @return maps in OPA's order of members, lists, and values
   */
  public Map<String, Object> json(boolean locations) {
    return AstJson.tree(module, locations);
  }
}
