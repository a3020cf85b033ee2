package dev.kspm.rego.internal.plan;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.AstText;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.compiler.CompiledModules;
import dev.kspm.rego.internal.compiler.CompiledRule;
import dev.kspm.rego.internal.compiler.DependencyGraph;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tree of packages and rules of a policy.
 *
 * <p>A rule stands at the constant beginning of its reference. Where a rule's reference goes on
 * with something that is known only at run time ({@code p[x].b}), its place takes in all rules
 * below it, since together they make one object.
 */
public final class DocumentTree {
  private final DocumentNode root = new DocumentNode(List.of());
  private final Map<String, RuleSet> functions = new LinkedHashMap<>();
  private final List<RuleSet> ruleSets = new ArrayList<>();
  private boolean prints;

  private final DependencyGraph graph;

  private DocumentTree(DependencyGraph graph) {
    this.graph = graph;
  }

  /** Builds the tree of some compiled modules. */
  public static DocumentTree of(CompiledModules compiled) {
    Map<Rule, CompiledRule> rules = new IdentityHashMap<>();
    compiled.rules().allRules().forEach(rule -> rules.put(rule.rule(), rule));
    List<Placed> placed = new ArrayList<>();
    for (Module module : compiled.modules()) {
      for (Rule rule : module.rules()) {
        placed.add(Placed.of(Objects.requireNonNull(rules.get(rule))));
      }
    }
    Set<List<Value>> open = new HashSet<>();
    for (Placed p : placed) {
      if (!p.open.isEmpty()) {
        open.add(p.place);
      }
    }
    DocumentTree tree = new DocumentTree(compiled.graph());
    for (Module module : compiled.modules()) {
      tree.node(constants(module.packageDeclaration().path().parts()));
    }
    Map<List<Value>, List<Definition>> values = new LinkedHashMap<>();
    for (Placed p : placed) {
      if (p.rule.isFunction()) {
        tree.addFunction(p);
      } else {
        Placed taken = p.takenIn(open);
        values.computeIfAbsent(taken.place, unused -> new ArrayList<>()).add(taken.definition());
      }
    }
    values.forEach(tree::addRules);
    tree.prints = tree.ruleSets.stream().anyMatch(tree::prints);
    return tree;
  }

  /** What each rule reads. */
  DependencyGraph graph() {
    return graph;
  }

  public DocumentNode root() {
    return root;
  }

  /** The function with this name, such as {@code data.lib.f}. */
  public @Nullable RuleSet function(String name) {
    return functions.get(name);
  }

  /** The rules that a call without arguments names, {@code null} when there are none. */
  @Nullable RuleSet called(Ref operator) {
    DocumentNode node = root;
    for (Term part : operator.parts().subList(1, operator.size())) {
      node = node != null && part instanceof Scalar s ? node.child(s.value()) : null;
    }
    return node == null ? null : node.rules();
  }

  public Collection<RuleSet> functions() {
    return functions.values();
  }

  /** All rule sets, functions included; the position is the id. */
  public List<RuleSet> ruleSets() {
    return ruleSets;
  }

  private boolean prints(RuleSet rules) {
    return rules.definitions().stream()
        .anyMatch(d -> graph.of(d.compiled()).builtins().contains("internal.print"));
  }

  /** Whether any rule prints. */
  public boolean prints() {
    return prints;
  }

  private void addFunction(Placed p) {
    String name = name(p.place);
    RuleSet known = functions.get(name);
    if (known == null) {
      known = newRuleSet(name, p.place, RuleSet.Kind.FUNCTION);
      functions.put(name, known);
      node(p.place.subList(0, p.place.size() - 1));
    }
    known.add(p.definition());
  }

  private void addRules(List<Value> place, List<Definition> definitions) {
    boolean open = definitions.stream().anyMatch(d -> !d.keys().isEmpty());
    boolean set = definitions.stream().anyMatch(Definition::element);
    RuleSet.Kind kind = open ? RuleSet.Kind.OBJECT : set ? RuleSet.Kind.SET : RuleSet.Kind.COMPLETE;
    RuleSet rules = newRuleSet(name(place), place, kind);
    definitions.forEach(rules::add);
    node(place).setRules(rules);
  }

  private RuleSet newRuleSet(String name, List<Value> place, RuleSet.Kind kind) {
    RuleSet rules = new RuleSet(ruleSets.size(), name, place, kind);
    ruleSets.add(rules);
    return rules;
  }

  private DocumentNode node(List<Value> path) {
    DocumentNode node = root;
    for (int i = 0; i < path.size(); i++) {
      List<Value> here = path.subList(0, i + 1);
      node = node.children().computeIfAbsent(path.get(i), unused -> new DocumentNode(here));
    }
    return node;
  }

  /** The keys of a constant reference below its head. */
  static List<Value> constants(List<Term> parts) {
    List<Value> keys = new ArrayList<>();
    for (Term part : parts.subList(1, parts.size())) {
      keys.add(((Scalar) part).value());
    }
    return keys;
  }

  /** The text of the reference that leads to a place. */
  public static String name(List<Value> path) {
    List<Term> parts = new ArrayList<>();
    parts.add(new Var("data", Span.NONE));
    path.forEach(key -> parts.add(new Scalar(key, Span.NONE)));
    return AstText.of(new Ref(parts, Span.NONE));
  }

  /** A rule with the constant and the open part of its reference. */
  private record Placed(CompiledRule rule, List<Value> place, List<Term> open) {

    static Placed of(CompiledRule rule) {
      List<Term> constant = rule.ref().parts().subList(0, rule.groundSize());
      return new Placed(rule, constants(constant), rule.dynamicOperands());
    }

    Placed takenIn(Set<List<Value>> openPlaces) {
      for (int n = 1; n <= place.size(); n++) {
        if (openPlaces.contains(place.subList(0, n))) {
          List<Term> keys = new ArrayList<>();
          place
              .subList(n, place.size())
              .forEach(key -> keys.add(new Scalar(key, rule.head().span())));
          keys.addAll(open);
          return new Placed(rule, place.subList(0, n), keys);
        }
      }
      return this;
    }

    Definition definition() {
      return new Definition(rule, rule.isFunction() ? List.of() : open, rule.isPartialSet());
    }
  }
}
