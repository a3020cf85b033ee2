package dev.kspm.rego.value;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Java map seen as an object: members are converted one by one while they are read by string key,
 * all at once for anything else. Racing threads convert twice and agree.
 */
final class AdaptedObject extends ObjectValue {
  private final Map<?, ?> map;
  private @Nullable PlainObject converted;

  AdaptedObject(Map<?, ?> map) {
    this.map = map;
  }

  private PlainObject all() {
    PlainObject known = converted;
    if (known == null) {
      ValueTable table = new ValueTable(true);
      map.forEach((key, value) -> table.put(Values.of(key), Values.of(value)));
      known = new PlainObject(table);
      converted = known;
    }
    return known;
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public @Nullable Value get(Value key) {
    PlainObject known = converted;
    if (known != null) {
      return known.get(key);
    }
    if (key instanceof StringValue name && !map.containsKey(name.value())) {
      return null;
    }
    return all().get(key);
  }

  @Override
  public Value keyAt(int position) {
    return all().keyAt(position);
  }

  @Override
  public Value valueAt(int position) {
    return all().valueAt(position);
  }

  @Override
  public int hashCode() {
    return all().hashCode();
  }
}
