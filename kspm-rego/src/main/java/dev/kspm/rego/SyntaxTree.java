package dev.kspm.rego;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.AstJson;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.compiler.DataReferences;
import dev.kspm.rego.internal.compiler.TreeWalker;
import dev.kspm.rego.internal.parser.Parser;
import dev.kspm.rego.internal.parser.ParserOptions;
import dev.kspm.rego.value.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
   * Where the heads of rules and the expressions stand that a test can cover; {@code some} is left
   * out, as by OPA.
   */
  public List<Span> coverable() {
    List<Span> spans = new ArrayList<>();
    TreeWalker.visit(
        module,
        rule -> spans.add(rule.head().span()),
        expr -> {
          if (!(expr.form() instanceof Expr.SomeDeclaration)) {
            spans.add(expr.span());
          }
        });
    return spans;
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

  /** Where the module reads {@code data}, in imports and rules, in reading order. */
  public List<DataReference> dataReferences() {
    List<Ref> refs;
    try {
      refs = DataReferences.of(module);
    } catch (StackOverflowError shallow) {
      refs = Objects.requireNonNull(DeepStack.call(() -> DataReferences.of(module)));
    }
    return refs.stream().map(ref -> new DataReference(constants(ref), ref.span())).toList();
  }

  private static List<String> constants(Ref ref) {
    List<String> path = new ArrayList<>();
    for (Term part : ref.parts().subList(1, ref.size())) {
      if (!(part instanceof Scalar scalar && scalar.value() instanceof StringValue name)) {
        break;
      }
      path.add(name.value());
    }
    return path;
  }
}
