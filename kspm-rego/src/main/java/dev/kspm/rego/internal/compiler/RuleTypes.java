package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.internal.ast.Annotations;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the types of rules, each after those that it depends on, and checks their bodies. */
final class RuleTypes {
  private static final Comparator<CompiledRule> BY_PLACE =
      Comparator.comparing((CompiledRule r) -> r.rule().span().file())
          .thenComparingInt(r -> r.rule().span().row())
          .thenComparingInt(r -> r.rule().span().column());

  private final Compilation compilation;
  private final TypeChecker checker;
  private final DependencyGraph graph;
  private final Schemas schemas;
  private final @Nullable AnnotationSet annotations;
  private final DocumentTypes documents;
  private final List<Diagnostic> found = new ArrayList<>();

  RuleTypes(
      Compilation compilation,
      Functions functions,
      DependencyGraph graph,
      Schemas schemas,
      @Nullable AnnotationSet annotations,
      DocumentTypes documents) {
    this.compilation = compilation;
    this.checker = new TypeChecker(compilation, functions, graph);
    this.graph = graph;
    this.schemas = schemas;
    this.annotations = annotations;
    this.documents = documents;
  }

  /** The types of all rules. */
  DocumentTypes check(Collection<CompiledRule> rules) {
    for (CompiledRule rule : inOrder(rules)) {
      for (Rule link = rule.rule(); link != null; link = link.elseRule()) {
        check(rule, link);
      }
    }
    found.sort(Compilation.BY_PLACE);
    found.forEach(compilation::lint);
    return documents;
  }

  /** Every rule after all that it uses. */
  private List<CompiledRule> inOrder(Collection<CompiledRule> rules) {
    Set<CompiledRule> wanted = new LinkedHashSet<>(rules);
    Map<CompiledRule, Boolean> seen = new IdentityHashMap<>();
    List<CompiledRule> order = new ArrayList<>();
    List<CompiledRule> sorted = new ArrayList<>(rules);
    sorted.sort(BY_PLACE);
    for (CompiledRule rule : sorted) {
      visit(rule, wanted, seen, order);
    }
    return order;
  }

  private void visit(
      CompiledRule first,
      Set<CompiledRule> wanted,
      Map<CompiledRule, Boolean> seen,
      List<CompiledRule> order) {
    java.util.ArrayDeque<CompiledRule> stack = new java.util.ArrayDeque<>();
    stack.push(first);
    while (!stack.isEmpty()) {
      CompiledRule rule = stack.peek();
      if (seen.putIfAbsent(rule, false) == null) {
        graph.of(rule).rules().stream()
            .filter(r -> wanted.contains(r) && !seen.containsKey(r))
            .sorted(BY_PLACE.reversed())
            .forEach(stack::push);
      } else {
        stack.pop();
        if (!seen.get(rule)) {
          seen.put(rule, true);
          order.add(rule);
        }
      }
    }
  }

  private void check(CompiledRule rule, Rule link) {
    DocumentTypes declared = new DocumentTypes();
    TypeScope scope = checker.scope(documents).inner(declared);
    if (annotations != null) {
      Ref path = rule.module().packageDeclaration().path();
      for (Annotations.SchemaAnnotation schema : annotations.schemas(path, link)) {
        Diagnostic wrong = schemas.declare(schema, link, scope, declared);
        if (wrong != null) {
          found.add(wrong);
        }
      }
    }
    List<Diagnostic> errors = checker.check(link.body(), scope);
    List<Value> path = Replacements.groundPath(Refs.prefix(rule.ref(), rule.groundSize()));
    if (!errors.isEmpty()) {
      found.addAll(errors);
      if (rule.dynamicOperands().isEmpty()) {
        documents.put(path, RegoType.ANY);
      } else {
        documents.touch(path);
      }
      return;
    }
    RegoType type = type(rule, link, scope);
    if (type != null) {
      documents.add(path, type);
    }
  }

  private static @Nullable RegoType type(CompiledRule rule, Rule link, TypeScope scope) {
    if (rule.isFunction() && link.head().args() != null) {
      List<RegoType> args = new ArrayList<>();
      for (Term arg : link.head().args()) {
        Variables.all(arg).stream()
            .filter(name -> scope.variable(name) == null)
            .forEach(name -> scope.set(name, RegoType.ANY));
        args.add(Types.orUnknown(scope.of(arg)));
      }
      Term value = link.head().value();
      return new RegoType.Function(args, null, value == null ? null : scope.of(value));
    }
    RegoType type;
    if (rule.isPartialSet()) {
      Term key = link.head().key();
      RegoType element = key == null ? null : scope.of(key);
      type = element == null ? null : new RegoType.SetOf(element);
    } else {
      Term value = link.head().value();
      type = value == null ? null : scope.of(value);
    }
    List<Term> operands = rule.dynamicOperands();
    for (int i = operands.size() - 1; i >= 0 && type != null; i--) {
      type = member(operands.get(i), type, scope);
    }
    return type;
  }

  /** Keys that are not in front of all unknown ones are known by their type only. */
  private static @Nullable RegoType member(Term key, RegoType value, TypeScope scope) {
    RegoType keys = scope.of(key);
    return keys == null ? null : Types.map(keys, value);
  }
}
