package dev.kspm.rego;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.AstJson;
import dev.kspm.rego.internal.ast.AstText;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Node;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.exec.Observation;
import dev.kspm.rego.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One step of an evaluation, as OPA's tracers see it. Immutable and thread-safe. */
public final class EvaluationEvent {
  private final Kind kind;
  private final Node node;
  private final String name;
  private final Span span;
  private final Span own;
  private final int query;
  private final int parent;
  private final String message;
  private final int position;
  private final Map<String, Value> variables;
  private final UnaryOperator<String> written;
  private final @Nullable Value value;

  /** What can happen. */
  public enum Kind {
    /** A body or rule begins. */
    ENTER("Enter"),
    /** It has succeeded. */
    EXIT("Exit"),
    /** An expression is about to run. */
    EVAL("Eval"),
    /** An expression, body or rule is tried again. */
    REDO("Redo"),
    /** An expression has not succeeded at all. */
    FAIL("Fail"),
    /** A rule gave what it had given before. */
    DUPLICATE("Duplicate"),
    /** The policy noted something. */
    NOTE("Note"),
    /** The definitions of a rule were looked up. */
    INDEX("Index"),
    /** A test is at one of its cases. */
    TEST_CASE("TestCase");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** As OPA writes it. */
    public String title() {
      return title;
    }
  }

  EvaluationEvent(Observation seen, UnaryOperator<String> written, boolean withVariables) {
    this.kind = Kind.valueOf(seen.kind().name());
    this.node = seen.subject().node();
    this.name = seen.name().isEmpty() ? seen.subject().name() : seen.name();
    this.span = seen.span();
    this.own = seen.subject().span();
    this.query = seen.query();
    this.parent = seen.parent();
    this.message = seen.message();
    this.position = seen.subject().position();
    this.written = written;
    this.value = seen.value();
    Map<String, Value> values = new LinkedHashMap<>();
    if (withVariables) {
      seen.variables(values::put);
    }
    this.variables = Collections.unmodifiableMap(values);
  }

  public Kind kind() {
    return kind;
  }

  /** The number of the activation of the body that this happened in. */
  public int query() {
    return query;
  }

  /** The number of the activation that the body was begun in; 0 for the outermost one. */
  public int parent() {
    return parent;
  }

  /** Where the rule or expression stands. */
  public Span span() {
    return span;
  }

  /**
   * Where the head of the rule or the expression stands that it happened to; {@link Span#NONE} for
   * what nobody has written.
   */
  public Span coveredSpan() {
    return node instanceof Rule rule ? rule.head().span() : own;
  }

  /** The position of an expression in its body, from 0. */
  public int position() {
    return position;
  }

  /** Whether it happened to an expression rather than to a body or rule. */
  public boolean isOfExpression() {
    return node instanceof Expr;
  }

  /** Whether it happened to a rule or function. */
  public boolean isOfRule() {
    return node instanceof Rule;
  }

  /** Whether it happened to an expression that the compiler made. */
  public boolean isGenerated() {
    return node instanceof Expr expr && expr.generated();
  }

  /** The name of a rule, or of what was looked up; else empty. */
  public String name() {
    return name;
  }

  /** A note, or how an exit or a look-up went; empty for most. */
  public String message() {
    return message;
  }

  /** The keys of the case that a test is at. */
  public @Nullable Value value() {
    return value;
  }

  /** The rule's name, or the body or expression with the names of the source. */
  public String text() {
    return isOfRule() ? name : AstText.of(node, written);
  }

  /** The body, rule or expression as OPA's JSON. */
  public Object json() {
    return AstJson.tree(node);
  }

  /**
   * The variables that are bound, by their names in the code, when the listener wanted them; {@link
   * #written} gives the name in the source.
   */
  public Map<String, Value> variables() {
    return variables;
  }

  /** The name in the source of a variable. */
  public String written(String variable) {
    return written.apply(variable);
  }
}
