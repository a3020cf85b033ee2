package dev.kspm.rego.internal.exec;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The object that rules with keys in their references make together: values and sets at the leaves
 * of a tree of keys.
 */
final class ObjectSink extends Sink {
  private final Run run;
  private final Place root = new Place();

  ObjectSink(Run run) {
    this.run = run;
  }

  @Override
  boolean accept(Value[] keys, Value value, Op.Yield site) {
    Place place = root;
    for (Value key : keys) {
      if (place.value != null || place.elements != null) {
        throw conflict(site.span());
      }
      place = place.child(key, run);
    }
    if (site.element()) {
      place.addElement(value, site.span(), run);
    } else {
      place.setValue(value, site.span());
    }
    return site.once();
  }

  private static EvalError conflict(Span span) {
    return new EvalError(EvalError.CONFLICT, "object keys must be unique", span, null);
  }

  /** What the rules made; {@code null} when nothing. */
  @Nullable Value result() {
    return root.build();
  }

  private static final class Place {
    @Nullable Value value;
    SetValue.@Nullable Builder elements;
    @Nullable Map<Value, Place> children;

    Place child(Value key, Run run) {
      Map<Value, Place> known = children;
      if (known == null) {
        known = new LinkedHashMap<>();
        children = known;
      }
      Place child = known.get(key);
      if (child == null) {
        run.build(1);
        child = new Place();
        known.put(key, child);
      }
      return child;
    }

    void addElement(Value element, Span span, Run run) {
      if (value != null || children != null) {
        throw conflict(span);
      }
      SetValue.Builder known = elements;
      if (known == null) {
        known = SetValue.builder();
        elements = known;
      }
      if (known.add(element)) {
        run.build(1);
      }
    }

    void setValue(Value found, Span span) {
      if (elements != null || children != null || value != null && !value.equals(found)) {
        throw conflict(span);
      }
      value = found;
    }

    @Nullable Value build() {
      if (value != null) {
        return value;
      } else if (elements != null) {
        return elements.build();
      } else if (children == null) {
        return null;
      }
      ObjectValue.Builder object = ObjectValue.builder();
      children.forEach(
          (key, child) -> {
            Value built = child.build();
            if (built != null) {
              object.put(key, built);
            }
          });
      return object.build();
    }
  }
}
