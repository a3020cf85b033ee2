package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An {@code every} that tells the observer what it does. Its members are made by a body of its own,
 * to the end even when one has failed, as in OPA.
 */
final class ObservedEvery extends Code {
  private final Op.Every every;
  private final Op.EverySite site;
  private final ValueNode domain;
  private final Code block;
  private final Code next;

  ObservedEvery(Op.Every every, Op.EverySite site, ValueNode domain, Code block, Code next) {
    this.every = every;
    this.site = site;
    this.domain = domain;
    this.block = block;
    this.next = next;
  }

  @Override
  public boolean run(Frame frame) {
    Tracer tracer = frame.run.tracer();
    Tracer.Place outer = tracer.place();
    frame.slots[site.query()] = NumberValue.of(tracer.begin(site.subject()));
    boolean holds = holds(frame, tracer);
    int query = Tracer.number(frame, site.query());
    if (!holds) {
      tracer.tell(Observation.Kind.FAIL, site.subject(), query, "", site.before(), frame);
      tracer.returnTo(outer);
      return false;
    }
    tracer.returnTo(outer);
    boolean enough = next.run(frame);
    tracer.tell(Observation.Kind.EXIT, site.subject(), query, "", site.before(), frame);
    return enough;
  }

  private boolean holds(Frame frame, Tracer tracer) {
    tell(Observation.Kind.EVAL, frame, tracer, site.before());
    Value value = domain.eval(frame);
    boolean all = true;
    int size = 0;
    if (value instanceof ArrayValue array) {
      size = array.size();
      for (int i = 0; i < size; i++) {
        all = member(frame, tracer, all, NumberValue.of(i), array.get(i));
      }
    } else if (value instanceof ObjectValue object) {
      size = object.size();
      for (int i = 0; i < size; i++) {
        all = member(frame, tracer, all, object.keyAt(i), object.valueAt(i));
      }
    } else if (value instanceof SetValue set) {
      size = set.size();
      for (Value element : set) {
        all = member(frame, tracer, all, element, element);
      }
    } else {
      all = false;
    }
    if (size == 0) {
      tell(Observation.Kind.FAIL, frame, tracer, site.before());
    }
    return all;
  }

  private boolean member(
      Frame frame, Tracer tracer, boolean before, Value key, @Nullable Value value) {
    frame.run.step();
    if (every.keySlot() >= 0) {
      frame.slots[every.keySlot()] = key;
    }
    if (every.valueSlot() >= 0) {
      frame.slots[every.valueSlot()] = value;
    }
    boolean all = before;
    if (before) {
      all = block.run(frame);
      tracer.tell(
          Observation.Kind.REDO,
          site.subject(),
          Tracer.number(frame, site.query()),
          "",
          site.after(),
          frame);
    }
    tell(Observation.Kind.REDO, frame, tracer, site.after());
    return all;
  }

  private void tell(Observation.Kind kind, Frame frame, Tracer tracer, Op.Names names) {
    tracer.expression(kind, site.member(), frame, new Op.Site(site.query(), -1), names);
  }
}
