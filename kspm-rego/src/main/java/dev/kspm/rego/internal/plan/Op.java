package dev.kspm.rego.internal.plan;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Node;
import dev.kspm.rego.internal.ast.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operation of a block. */
public sealed interface Op {
  /**
   * A body or rule, which has a name, begins; only in observed plans, as those up to {@link
   * Follow}.
   */
  record Begin(Subject subject, Site site) implements Op {}

  /** The known keys fit the rule's. */
  record Matched(Site site) implements Op {}

  /** The operations of an expression follow. */
  record At(Subject subject, Site site, Names names) implements Op {}

  /** The operations of an expression have succeeded. */
  record Past(Subject subject, Site site, Names names) implements Op {}

  /** A body or rule has succeeded; the last operation follows. */
  record End(Subject subject, Site site, Names names) implements Op {}

  /**
   * Runs what follows while the rule or function that gives the value is still open.
   *
   * @param callee a {@link Expression.RuleValue} without keys or a {@link Expression.FunctionCall}
   * @param mustHold whether a result {@code false} ends it
   */
  record Follow(int slot, Expression callee, boolean mustHold) implements Op {}

  /**
   * What something happens to.
   *
   * @param node a body, rule or expression
   * @param name of a rule; else empty
   * @param position of an expression in its body; else 0
   */
  record Subject(Node node, String name, int position) {
    static Subject of(Node node, int position) {
      return new Subject(node, "", position);
    }

    public boolean isRule() {
      return node instanceof Rule;
    }

    public boolean isFunction() {
      return node instanceof Rule rule && rule.head().args() != null;
    }

    /** Whether it is an expression with {@code not} before it. */
    public boolean isNegated() {
      return node instanceof Expr expr && expr.negated();
    }

    /** Where it stands. */
    public Span span() {
      if (node instanceof Rule rule) {
        return rule.span();
      } else if (node instanceof Expr expr) {
        return expr.span();
      }
      Body body = (Body) node;
      return body.exprs().isEmpty() ? body.span() : body.exprs().get(0).span();
    }
  }

  /**
   * Where an observed body keeps what is told of it.
   *
   * @param query slot of the number of its activation
   * @param state slot of whether its expression has succeeded, or for a rule whether one success is
   *     enough
   */
  record Site(int query, int state) {}

  /** The variables that are bound, and their slots, in the order in which they were bound. */
  record Names(List<String> names, List<Integer> slots) {
    public Names {
      names = List.copyOf(names);
      slots = List.copyOf(slots);
    }
  }

  /** Succeeds when the value is defined and not false. */
  record Test(Expression value) implements Op {}

  /** Succeeds when the value is defined, and binds a variable to it. */
  record Bind(int slot, Expression value) implements Op {}

  /** Succeeds when both are defined and equal. */
  record Equal(Expression left, Expression right) implements Op {}

  /** Never succeeds, as {@code [x] = [1, 2]}. */
  record Fail() implements Op {}

  /** Succeeds when the value of a variable is an array of this size. */
  record IsArray(int slot, int size) implements Op {}

  /** Succeeds when the value of a variable is an object of this size. */
  record IsObject(int slot, int size) implements Op {}

  /**
   * Succeeds once for each member of the collection: element with index, value with key, or element
   * with itself; a slot of -1 is not wanted.
   */
  record Scan(Expression collection, int keySlot, int valueSlot) implements Op {}

  /**
   * Walks from a place in the tree of packages and rules along parts of which some are known only
   * at run time or bind variables; succeeds once for each way.
   */
  record WalkDocument(DocumentNode node, List<Step> steps, int resultSlot, Span span)
      implements Op {
    public WalkDocument {
      steps = List.copyOf(steps);
    }

    /** A part of a reference: a known key, or a variable to be bound to each key in turn. */
    public record Step(@Nullable Expression key, int slot) {}
  }

  /**
   * Succeeds once for each result of a relation; {@code first} is what the first element of a
   * result will be compared with, if that is known.
   */
  record ScanRelation(
      Builtin.OfRelation builtin,
      List<Expression> args,
      @Nullable Expression first,
      int resultSlot,
      Span span)
      implements Op {
    public ScanRelation {
      args = List.copyOf(args);
    }
  }

  /** Succeeds when the block does not. */
  record Not(Block block) implements Op {}

  /** Succeeds when the block succeeds for each member of the domain. */
  record Every(
      Expression domain,
      int keySlot,
      int valueSlot,
      Block block,
      Span span,
      @Nullable EverySite observed)
      implements Op {}

  /**
   * What is told of an {@code every} whose plan is observed.
   *
   * @param subject itself
   * @param member the making of its members, as an expression
   */
  record EverySite(Subject subject, Subject member, int query, Names before, Names after) {}

  /** Succeeds once when the left block succeeds and, or or, the right one does. */
  record Logical(boolean isAnd, Block left, Block right) implements Op {}

  /**
   * Runs a block in a changed world; succeeds, back in the old world, once for each success of it.
   */
  record With(List<Overlay> overlays, Block block) implements Op {
    public With {
      overlays = List.copyOf(overlays);
    }
  }

  /** One {@code with} modifier. */
  record Overlay(
      Target target,
      List<Expression> path,
      @Nullable String name,
      @Nullable Expression value,
      @Nullable Callee replacement,
      Span span) {
    public Overlay {
      path = List.copyOf(path);
    }

    /** What is replaced. */
    public enum Target {
      INPUT,
      DATA,
      FUNCTION
    }
  }

  /** A function or builtin that stands in for another. */
  record Callee(@Nullable RuleSet function, @Nullable Builtin builtin) {}

  /** Adds an element to the array or set of a comprehension. */
  record Add(Expression.Comprehension.Kind kind, int accumulator, Expression element)
      implements Op {}

  /** Adds a member to the object of a comprehension; another value for a key is a conflict. */
  record Put(int accumulator, Expression key, Expression value, Span span) implements Op {}

  /**
   * Gives a value of the rule, function or query row.
   *
   * @param keys the keys below those that the caller gave
   * @param value the value, or the element when {@code element}
   * @param constant whether every success gives the same
   * @param pure whether evaluating on, when enough is found, could not be noticed
   */
  record Yield(
      List<Expression> keys,
      Expression value,
      boolean element,
      boolean constant,
      boolean pure,
      Span span)
      implements Op {
    public Yield {
      keys = List.copyOf(keys);
    }

    /** Whether one success is enough. */
    public boolean once() {
      return constant && pure;
    }
  }

  /** Succeeds, and ends the block. */
  record Done() implements Op {}
}
