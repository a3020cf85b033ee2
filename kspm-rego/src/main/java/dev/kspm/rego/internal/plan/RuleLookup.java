package dev.kspm.rego.internal.plan;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for OPA's index to let a rule through. Its traces show how many rules that are,
 * and which; {@link RuleIndex} decides better, and is not asked by observed code.
 */
public final class RuleLookup {
  private static final Set<String> ALWAYS_RUN = Set.of("internal.print", "internal.test_case");

  private final PlanContext context;
  private final Map<String, Integer> params = new HashMap<>();
  private final Map<String, Ref> aliases = new HashMap<>();
  private final Map<String, Term> constants = new HashMap<>();
  private final List<Condition> conditions = new ArrayList<>();

  private RuleLookup(PlanContext context) {
    this.context = context;
  }

  /**
   * A condition on a parameter, or on a place in the input or in stored data.
   *
   * @param param the number of the parameter, -1 for a place
   * @param root {@code input} or {@code data}, of a place
   * @param test what must hold for its value, which is defined
   */
  public record Condition(int param, String root, List<Value> path, Predicate<Candidate> test) {
    public Condition {
      path = List.copyOf(path);
    }
  }

  /**
   * A value that is tested.
   *
   * @param calls calls builtins
   */
  public record Candidate(Value value, Calls calls) {}

  /** Calls builtins. */
  public interface Calls {
    /** Whether a builtin is true for some arguments. */
    boolean isTrue(Builtin builtin, Value[] args);
  }

  /** The conditions of one link of a definition. */
  static List<Condition> of(Rule first, Rule link, PlanContext context) {
    RuleLookup lookup = new RuleLookup(context);
    List<Term> args = link.head().args();
    if (args == null || args.isEmpty()) {
      args = first.head().args();
    }
    for (int i = 0; args != null && i < args.size(); i++) {
      if (args.get(i) instanceof Var v) {
        lookup.params.put(v.name(), i);
      }
    }
    for (Expr expr : link.body().exprs()) {
      if (expr.form() instanceof Expr.CallForm call && ALWAYS_RUN.contains(call.name())) {
        return List.of();
      }
    }
    for (Expr expr : link.body().exprs()) {
      lookup.enter(expr);
      lookup.alias(expr);
    }
    return lookup.conditions;
  }

  /**
   * The value of a rule's head when it is constant, else {@code null}. Heads that could be written
   * before they were references, as {@code a.b := 1}, have none for OPA.
   */
  static @Nullable Value constant(Rule rule) {
    Term value = rule.head().value();
    boolean keyed = rule.head().ref().size() == 2 && rule.head().name() != null;
    return value == null || keyed ? null : ground(value);
  }

  private static boolean counts(Expr expr) {
    return !expr.negated() && expr.withs().isEmpty();
  }

  private void alias(Expr expr) {
    if (counts(expr)
        && expr.form() instanceof Expr.CallForm call
        && call.name().equals("eq")
        && call.args().size() == 2) {
      alias(call.args().get(0), call.args().get(1));
      alias(call.args().get(1), call.args().get(0));
    }
  }

  private void alias(Term side, Term other) {
    if (side instanceof Var v && !TermVisitor.isDocument(v.name())) {
      if (other instanceof Ref ref && place(ref) != null) {
        aliases.putIfAbsent(v.name(), ref);
      } else if (ground(other) != null) {
        constants.putIfAbsent(v.name(), other);
      }
    }
  }

  private void enter(Expr expr) {
    if (!counts(expr)) {
      return;
    }
    if (expr.form() instanceof Expr.TermForm form && form.term() instanceof Ref ref) {
      add(ref, value -> true);
    } else if (expr.form() instanceof Expr.CallForm call) {
      List<Term> args = call.args();
      switch (call.name()) {
        case "eq" -> {
          if (args.size() == 2) {
            equal(args.get(0), args.get(1));
            equal(args.get(1), args.get(0));
          }
        }
        case "internal.member_2" -> member(args.get(0), args.get(1));
        case "startswith" -> affix(args, String::startsWith);
        case "endswith" -> affix(args, String::endsWith);
        case "strings.any_prefix_match" -> anyAffix(args, String::startsWith);
        case "strings.any_suffix_match" -> anyAffix(args, String::endsWith);
        case "glob.match" -> glob(args);
        default -> {
          // OPA's index does not know it.
        }
      }
    }
  }

  private void equal(Term side, Term other) {
    Value wanted = constant(other);
    if (wanted != null && isIndexed(wanted)) {
      if (side instanceof Ref ref && ref.size() > 1 && isFree(ref.operand(ref.size() - 1))) {
        Ref container = new Ref(ref.parts().subList(0, ref.size() - 1), ref.span());
        add(container, value -> elements(value).contains(wanted));
      } else {
        add(side, wanted::equals);
      }
    } else if (side instanceof Ref ref && other instanceof Var) {
      add(ref, value -> true);
    }
  }

  private static boolean isIndexed(Value value) {
    if (value instanceof ArrayValue array) {
      for (Value element : array) {
        if (!isIndexed(element)) {
          return false;
        }
      }
      return true;
    }
    return !(value instanceof ObjectValue) && !(value instanceof SetValue);
  }

  private static boolean isScalar(Value value) {
    return isIndexed(value) && !(value instanceof ArrayValue);
  }

  private boolean isFree(Term operand) {
    return operand instanceof Var v
        && !constants.containsKey(v.name())
        && !aliases.containsKey(v.name())
        && !params.containsKey(v.name());
  }

  private void member(Term element, Term collection) {
    Value all = constant(collection);
    Value one = constant(element);
    if (all != null) {
      Set<Value> elements = Set.copyOf(elements(all));
      if (!elements.isEmpty() && elements.stream().allMatch(RuleLookup::isScalar)) {
        add(element, elements::contains);
      }
    } else if (one != null && isScalar(one)) {
      add(collection, value -> elements(value).contains(one));
    }
  }

  private static List<Value> elements(Value value) {
    List<Value> elements = new ArrayList<>();
    if (value instanceof ArrayValue array) {
      array.forEach(elements::add);
    } else if (value instanceof SetValue set) {
      set.forEach(elements::add);
    } else if (value instanceof ObjectValue object) {
      object.forEach((k, v) -> elements.add(v));
    }
    return elements;
  }

  private void affix(List<Term> args, BiPredicate<String, String> has) {
    if (args.size() == 2 && constant(args.get(1)) instanceof StringValue wanted) {
      place(
          args.get(0),
          (value, calls) -> value instanceof StringValue s && has.test(s.value(), wanted.value()));
    }
  }

  private void anyAffix(List<Term> args, BiPredicate<String, String> has) {
    Value wanted = args.size() == 2 ? constant(args.get(1)) : null;
    if (wanted == null) {
      return;
    }
    List<Value> all = wanted instanceof StringValue ? List.of(wanted) : elements(wanted);
    place(
        args.get(0),
        (value, calls) ->
            (value instanceof StringValue ? List.of(value) : elements(value))
                .stream()
                    .anyMatch(
                        s ->
                            s instanceof StringValue text
                                && all.stream()
                                    .anyMatch(
                                        w ->
                                            w instanceof StringValue affix
                                                && has.test(text.value(), affix.value()))));
  }

  private void glob(List<Term> args) {
    Builtin matcher = context.builtins().apply("glob.match");
    if (args.size() == 3
        && constant(args.get(0)) instanceof StringValue pattern
        && constant(args.get(1)) instanceof ArrayValue delimiters
        && matcher != null) {
      place(
          args.get(2),
          (value, calls) ->
              value instanceof StringValue
                  && calls.isTrue(matcher, new Value[] {pattern, delimiters, value}));
    }
  }

  /** A condition on a place; OPA knows these of no parameter. */
  private void place(Term term, BiPredicate<Value, Calls> test) {
    if (!(term instanceof Var v && params.containsKey(v.name()))) {
      addTest(term, candidate -> test.test(candidate.value(), candidate.calls()));
    }
  }

  private void add(Term term, Predicate<Value> test) {
    addTest(term, candidate -> test.test(candidate.value()));
  }

  private void addTest(Term term, Predicate<Candidate> test) {
    Term subject = term;
    if (term instanceof Var v) {
      Integer param = params.get(v.name());
      if (param != null) {
        conditions.add(new Condition(param, "", List.of(), test));
        return;
      }
      subject = aliases.getOrDefault(v.name(), null);
    }
    if (subject instanceof Ref ref && ref.head() instanceof Var root) {
      List<Value> path = place(ref);
      if (path != null) {
        conditions.add(new Condition(-1, root.name(), path, test));
      }
    }
  }

  /** The keys of a ground reference into the input or into stored data. */
  private @Nullable List<Value> place(Ref ref) {
    if (!(ref.head() instanceof Var v) || !TermVisitor.isDocument(v.name())) {
      return null;
    }
    List<Value> path = new ArrayList<>();
    for (Term operand : ref.parts().subList(1, ref.size())) {
      if (!(operand instanceof Scalar s)) {
        return null;
      }
      path.add(s.value());
    }
    return v.name().equals("data") && isVirtual(path) ? null : path;
  }

  private boolean isVirtual(List<Value> path) {
    DocumentNode node = context.tree().root();
    for (Value key : path) {
      node = node.child(key);
      if (node == null) {
        return false;
      } else if (node.rules() != null) {
        return true;
      }
    }
    return true;
  }

  private @Nullable Value constant(Term term) {
    return ground(term instanceof Var v ? constants.getOrDefault(v.name(), term) : term);
  }

  private static @Nullable Value ground(Term term) {
    if (term instanceof Scalar s) {
      return s.value();
    } else if (term instanceof ArrayTerm array) {
      List<Value> elements = ground(array.elements());
      return elements == null ? null : ArrayValue.of(elements);
    } else if (term instanceof SetTerm set) {
      List<Value> elements = ground(set.elements());
      return elements == null ? null : SetValue.of(elements);
    } else if (term instanceof ObjectTerm object) {
      ObjectValue.Builder builder = ObjectValue.builder();
      for (ObjectTerm.Member member : object.members()) {
        Value key = ground(member.key());
        Value value = key == null ? null : ground(member.value());
        if (key == null || value == null) {
          return null;
        }
        builder.put(key, value);
      }
      return builder.build();
    }
    return null;
  }

  private static @Nullable List<Value> ground(List<Term> terms) {
    List<Value> values = new ArrayList<>();
    for (Term term : terms) {
      Value value = ground(term);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }
}
