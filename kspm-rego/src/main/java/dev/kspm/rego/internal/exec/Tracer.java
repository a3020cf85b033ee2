package dev.kspm.rego.internal.exec;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers the bodies of an observed evaluation and tells its observer. Belongs to one run. */
final class Tracer {
  private static final Op.Names NONE = new Op.Names(List.of(), List.of());

  private final Observer observer;
  final boolean indexing;
  final boolean earlyExit;
  private final List<Integer> parents = new ArrayList<>();
  private int current = -1;
  private Span last = Span.NONE;
  private Op.@Nullable Subject expression;
  private @Nullable Frame frame;
  private Op.Names names = NONE;

  /** What a rule that is begun is told: whether one success of it is enough. */
  boolean early;

  /** Whether the keys of a rule fit. */
  boolean matched;

  /** What is to be told when a rule has handed out a result. */
  After after = After.REDO;

  /** What is told after a result. */
  enum After {
    /** That the rule is tried again. */
    REDO,
    /** That the result was known, then that the rule is tried again. */
    DUPLICATE,
    /** Nothing. */
    NOTHING
  }

  Tracer(Observer observer, boolean indexing, boolean earlyExit) {
    this.observer = observer;
    this.indexing = indexing;
    this.earlyExit = earlyExit;
  }

  /** Where the evaluation is, to come back to. */
  record Place(int query, Op.@Nullable Subject expression, @Nullable Frame frame, Op.Names names) {}

  Place place() {
    return new Place(current, expression, frame, names);
  }

  void returnTo(Place place) {
    current = place.query;
    expression = place.expression;
    frame = place.frame;
    names = place.names;
  }

  private Span place(Op.Subject subject) {
    Span own = subject.span();
    if (own != Span.NONE) {
      last = own;
    }
    return last;
  }

  void broken() {
    observer.broken();
  }

  /** Begins a body. */
  int begin(Op.Subject subject) {
    int parent = Math.max(current, 0);
    current = parents.size();
    parents.add(parent);
    tell(Observation.Kind.ENTER, subject, current, "", NONE, null);
    return current;
  }

  /** Tells of an expression, which is now where the evaluation is. */
  void expression(
      Observation.Kind kind, Op.Subject subject, Frame in, Op.Site site, Op.Names bound) {
    int query = number(in, site.query());
    current = query;
    expression = subject;
    frame = in;
    names = bound;
    tell(kind, subject, query, "", bound, in);
  }

  void tell(
      Observation.Kind kind,
      Op.Subject subject,
      int query,
      String message,
      Op.Names bound,
      @Nullable Frame in) {
    observer.event(
        new Observation(
            kind,
            subject,
            place(subject),
            "",
            query,
            parents.get(query),
            message,
            bound,
            in,
            null));
  }

  /** Tells of the expression where the evaluation is. */
  void here(Observation.Kind kind, String message, String name) {
    here(kind, message, name, null);
  }

  /** The same with a value. */
  void here(Observation.Kind kind, String message, String name, @Nullable Value told) {
    Op.Subject subject = expression;
    if (subject != null) {
      observer.event(
          new Observation(
              kind,
              subject,
              place(subject),
              name,
              current,
              parents.get(current),
              message,
              names,
              frame,
              told));
    }
  }

  static int number(Frame frame, int slot) {
    Value value = frame.slots[slot];
    return (int) ((NumberValue) value).asLong();
  }
}
