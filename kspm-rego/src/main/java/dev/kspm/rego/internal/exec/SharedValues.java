package dev.kspm.rego.internal.exec;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What builtins computed from their arguments alone and sessions of one policy share, such as
 * compiled patterns. Thread-safe. Takes no more when it is full: patterns that come from inputs
 * must not fill the memory.
 */
public final class SharedValues {
  private static final int MOST = 1024;

  private final Map<Object, Object> values = new ConcurrentHashMap<>();

  @Nullable Object get(Object key) {
    return values.get(key);
  }

  void put(Object key, Object value) {
    if (values.size() < MOST) {
      values.putIfAbsent(key, value);
    }
  }
}
