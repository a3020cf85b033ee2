package dev.kspm.rego.internal.plan;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.value.Value;
import java.util.List;

/** What has one value or is undefined. */
public sealed interface Expression {
  /** A constant. */
  record Constant(Value value) implements Expression {}

  /** A variable that is bound here. */
  record Local(int slot) implements Expression {}

  /** The input document, undefined when there is none. */
  record Input() implements Expression {}

  /** A member of an array, object or set. */
  record Member(Expression container, Expression key) implements Expression {}

  /**
   * The document at a place of the tree of packages and rules: base data with the values of all
   * rules over it, or with {@code keys}, the place below it that they lead to.
   */
  record Document(DocumentNode node, List<Expression> keys, Span span) implements Expression {
    public Document {
      keys = List.copyOf(keys);
    }
  }

  /** The value of a rule, or with {@code keys} of its members at these keys. */
  record RuleValue(RuleSet rules, List<Expression> keys, Span span) implements Expression {
    public RuleValue {
      keys = List.copyOf(keys);
    }
  }

  /** A call of a function of the policy. */
  record FunctionCall(RuleSet function, List<Expression> args, Span span) implements Expression {
    public FunctionCall {
      args = List.copyOf(args);
    }
  }

  /** A call of a builtin with at most one result. */
  record BuiltinCall(Builtin.OfFunction builtin, List<Expression> args, Span span)
      implements Expression {
    public BuiltinCall {
      args = List.copyOf(args);
    }
  }

  /** An array of the elements' values. */
  record MakeArray(List<Expression> elements) implements Expression {
    public MakeArray {
      elements = List.copyOf(elements);
    }
  }

  /** A set of the elements' values. */
  record MakeSet(List<Expression> elements) implements Expression {
    public MakeSet {
      elements = List.copyOf(elements);
    }
  }

  /** An object; a key with two different values is a conflict. */
  record MakeObject(List<Expression> keys, List<Expression> values, Span span)
      implements Expression {
    public MakeObject {
      keys = List.copyOf(keys);
      values = List.copyOf(values);
    }
  }

  /**
   * A comprehension: the block adds to an accumulator.
   *
   * @param closed whether nothing of the enclosing frame is read, so that the value is the same all
   *     through a session
   */
  record Comprehension(Kind kind, Block block, int accumulator, boolean closed, Span span)
      implements Expression {
    /** What is collected. */
    public enum Kind {
      ARRAY,
      SET,
      OBJECT
    }
  }

  /** {@code true} when the block succeeds, else undefined. */
  record Holds(Block block) implements Expression {}
}
