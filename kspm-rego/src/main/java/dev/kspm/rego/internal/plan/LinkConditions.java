package dev.kspm.rego.internal.plan;

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
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of the input, of stored data and of the arguments before one link of a definition
 * can succeed, as far as OPA's rule index sees it. A link that the index leaves out is not
 * evaluated, so that it neither prints nor errs: what is seen is part of the language.
 */
final class LinkConditions {
  private static final Set<String> MEMBER = Set.of("internal.member_2");
  private static final Set<String> STARTS = Set.of("startswith", "strings.any_prefix_match");
  static final String GLOB = "glob.match";
  private static final Set<String> ENDS = Set.of("endswith", "strings.any_suffix_match");

  /** What is looked at: a parameter, or a path of the input or of stored data. */
  record Subject(Root root, int param, List<Value> path) {
    enum Root {
      PARAM,
      INPUT,
      DATA
    }

    boolean isParam() {
      return root == Root.PARAM;
    }

    Subject below(List<Value> keys) {
      List<Value> longer = new ArrayList<>(path);
      longer.addAll(keys);
      return new Subject(root, param, List.copyOf(longer));
    }

    @Override
    public String toString() {
      StringBuilder text =
          new StringBuilder(
              root == Root.PARAM ? "$" + param : root == Root.INPUT ? "input" : "data");
      path.forEach(key -> text.append(ExpressionText.member(key)));
      return text.toString();
    }
  }

  /** How it is looked at. */
  enum Test {
    /** It is one of some values, or just there. */
    VALUE,
    /** It is a text that begins with one of some. */
    STARTS,
    /** It is a text that ends with one of some. */
    ENDS,
    /** It is a collection that holds one of some values. */
    HOLDS,
    /** It is a text that fits one of some pairs of a pattern and its delimiters. */
    GLOB
  }

  /**
   * A subject with a way to look at it.
   *
   * @param ours whether OPA does not ask this: then it only saves time, and has no part in deciding
   *     whether one result is enough
   */
  record Question(Subject subject, Test test, boolean ours) {}

  /** An array of which some elements may be anything, which are {@code null}. */
  record Pattern(List<@Nullable Value> elements) {}

  /** The answers that will do; when there are none, anything that is there. */
  static final class Answers {
    final List<Value> values = new ArrayList<>();
    final List<Pattern> patterns = new ArrayList<>();

    boolean isAny() {
      return values.isEmpty() && patterns.isEmpty();
    }

    private void add(Object answer) {
      if (answer instanceof Pattern pattern) {
        patterns.add(pattern);
      } else if (answer instanceof Value value) {
        values.add(value);
      }
    }
  }

  private final DocumentTree tree;
  private final boolean function;
  private final Map<Question, Answers> questions = new LinkedHashMap<>();

  /** What variables stand for: a {@link Subject} or a constant. */
  private final Map<String, Object> aliases = new HashMap<>();

  private boolean effects;
  private boolean late;

  private LinkConditions(DocumentTree tree, boolean function) {
    this.tree = tree;
    this.function = function;
  }

  /**
   * The conditions of one link.
   *
   * @param params parameters of a function, or keys that the caller knows
   */
  static LinkConditions of(Rule link, List<Term> params, boolean function, DocumentTree tree) {
    LinkConditions found = new LinkConditions(tree, function);
    for (int i = 0; i < params.size(); i++) {
      if (params.get(i) instanceof Var v) {
        found.aliases.put(v.name(), param(i));
      } else {
        Object constant = found.constant(params.get(i));
        if (constant != null) {
          found.answers(new Question(param(i), Test.VALUE, true)).add(constant);
        }
      }
    }
    boolean asks = link.body().exprs().stream().noneMatch(Effects::printsHere);
    for (Expr expr : link.body().exprs()) {
      if (asks && !expr.negated() && expr.withs().isEmpty()) {
        found.expression(expr);
      }
      found.effects |= Effects.in(expr, tree);
    }
    return found;
  }

  private static Subject param(int i) {
    return new Subject(Subject.Root.PARAM, i, List.of());
  }

  Map<Question, Answers> questions() {
    return questions;
  }

  /** Whether the body can err or print. */
  boolean effects() {
    return effects;
  }

  /** Whether a condition stands after something that can err or print. */
  boolean late() {
    return late;
  }

  private void expression(Expr expr) {
    if (expr.form() instanceof Expr.TermForm t) {
      Subject subject = t.term() instanceof Ref ref ? subject(ref) : null;
      if (subject != null) {
        answers(subject, Test.VALUE);
      }
    } else if (expr.form() instanceof Expr.CallForm call) {
      if (call.args().size() == 2) {
        call(call);
      } else if (call.name().equals(GLOB) && call.args().size() == 3) {
        glob(call.args());
      }
    }
  }

  private void call(Expr.CallForm call) {
    Term a = call.args().get(0);
    Term b = call.args().get(1);
    String name = call.name();
    if (name.equals("eq")) {
      if (!equal(a, b)) {
        equal(b, a);
      }
    } else if (MEMBER.contains(name)) {
      member(a, b);
    } else if (STARTS.contains(name)) {
      affix(a, b, Test.STARTS);
    } else if (ENDS.contains(name)) {
      affix(a, b, Test.ENDS);
    }
  }

  private boolean equal(Term side, Term other) {
    if (side instanceof Var v) {
      return variable(v.name(), other);
    }
    return side instanceof Ref ref && reference(ref, other);
  }

  private boolean reference(Ref ref, Term other) {
    Subject subject = subject(ref);
    if (subject != null) {
      Object constant = constant(other);
      if (constant != null) {
        answers(subject, Test.VALUE).add(constant);
      } else if (other instanceof Var v) {
        answers(subject, Test.VALUE);
        aliases.putIfAbsent(v.name(), subject);
      }
      return constant != null || other instanceof Var;
    }
    Term last = ref.operand(ref.size() - 1);
    Subject whole = ref.size() > 1 && last instanceof Var ? subject(prefix(ref)) : null;
    if (whole != null && constant(other) instanceof Value value && isScalar(value)) {
      answers(whole, Test.HOLDS).add(value);
      return true;
    }
    return false;
  }

  private boolean variable(String name, Term other) {
    Object known = aliases.get(name);
    if (known instanceof Subject subject) {
      Object constant = constant(other);
      if (constant != null) {
        answers(subject, Test.VALUE).add(constant);
        if (!subject.isParam() || !subject.path().isEmpty()) {
          aliases.remove(name);
        }
        return true;
      }
      return false;
    } else if (known == null && other instanceof Ref ref) {
      Subject subject = subject(ref);
      if (subject != null) {
        answers(subject, Test.VALUE);
        aliases.put(name, subject);
      }
      return subject != null;
    } else if (known == null && other instanceof Scalar s) {
      aliases.put(name, s.value());
    } else if (known == null && other instanceof Var v && aliases.containsKey(v.name())) {
      aliases.put(name, aliases.get(v.name()));
    }
    return false;
  }

  private void member(Term element, Term collection) {
    List<Object> wanted = constants(collection);
    if (element instanceof Var v
        && aliases.get(v.name()) instanceof Subject subject
        && !wanted.isEmpty()) {
      wanted.forEach(answers(subject, Test.VALUE)::add);
    } else if (constant(element) instanceof Value value
        && isScalar(value)
        && collection instanceof Var v
        && aliases.get(v.name()) instanceof Subject subject) {
      answers(subject, Test.HOLDS).add(value);
    }
  }

  private void affix(Term text, Term affix, Test test) {
    List<Object> wanted =
        constant(affix) instanceof StringValue one ? List.of(one) : constants(affix);
    if (text instanceof Var v
        && aliases.get(v.name()) instanceof Subject subject
        && !wanted.isEmpty()
        && wanted.stream().allMatch(StringValue.class::isInstance)) {
      wanted.forEach(answers(subject, test)::add);
    }
  }

  private void glob(List<Term> args) {
    if (constant(args.get(0)) instanceof StringValue pattern
        && constant(args.get(1)) instanceof ArrayValue delimiters
        && args.get(2) instanceof Var v
        && aliases.get(v.name()) instanceof Subject subject
        && !subject.isParam()) {
      answers(subject, Test.GLOB).add(ArrayValue.of(List.of(pattern, delimiters)));
    }
  }

  private Answers answers(Subject subject, Test test) {
    boolean ours =
        subject.isParam() && !(function && test == Test.VALUE && subject.path().isEmpty());
    return ours && effects ? new Answers() : answers(new Question(subject, test, ours));
  }

  private Answers answers(Question question) {
    late |= effects;
    return questions.computeIfAbsent(question, q -> new Answers());
  }

  /** The members of a collection that is written down, when all of them are constants. */
  private List<Object> constants(Term collection) {
    List<Term> members = new ArrayList<>();
    if (collection instanceof ArrayTerm array) {
      members.addAll(array.elements());
    } else if (collection instanceof SetTerm set) {
      members.addAll(set.elements());
    } else if (collection instanceof ObjectTerm object) {
      object.members().forEach(m -> members.add(m.value()));
    }
    List<Object> found = new ArrayList<>();
    for (Term member : members) {
      Object constant = constant(member);
      if (!(constant instanceof Value)) {
        return List.of();
      }
      found.add(constant);
    }
    return found;
  }

  /** A scalar, an array of scalars, or a pattern of scalars and variables. */
  private @Nullable Object constant(Term term) {
    if (term instanceof Scalar s) {
      return s.value();
    } else if (term instanceof Var v) {
      return aliases.get(v.name()) instanceof Value value ? value : null;
    }
    return term instanceof ArrayTerm array ? arrayPattern(array) : null;
  }

  private static @Nullable Object arrayPattern(ArrayTerm array) {
    List<@Nullable Value> elements = new ArrayList<>();
    for (Term element : array.elements()) {
      if (!(element instanceof Scalar) && !(element instanceof Var)) {
        return null;
      }
      elements.add(element instanceof Scalar s ? s.value() : null);
    }
    return elements.contains(null) ? new Pattern(elements) : ArrayValue.of(nonNull(elements));
  }

  private static List<Value> nonNull(List<@Nullable Value> elements) {
    List<Value> values = new ArrayList<>();
    for (Value element : elements) {
      if (element != null) {
        values.add(element);
      }
    }
    return values;
  }

  private static boolean isScalar(Value value) {
    return !(value instanceof ArrayValue);
  }

  private static Ref prefix(Ref ref) {
    return new Ref(ref.parts().subList(0, ref.size() - 1), ref.span());
  }

  /** A path of the input or of data where no rule is. */
  private @Nullable Subject subject(Ref ref) {
    List<Value> path = new ArrayList<>();
    for (Term part : ref.parts().subList(1, ref.size())) {
      if (!(part instanceof Scalar s)) {
        return null;
      }
      path.add(s.value());
    }
    if (!(ref.head() instanceof Var head)) {
      return null;
    } else if (head.name().equals("input")) {
      return new Subject(Subject.Root.INPUT, -1, path);
    } else if (head.name().equals("data")) {
      return Effects.isVirtual(tree, path) ? null : new Subject(Subject.Root.DATA, -1, path);
    }
    return aliases.get(head.name()) instanceof Subject alias ? alias.below(path) : null;
  }
}
