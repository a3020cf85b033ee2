package dev.kspm.rego;

import dev.kspm.rego.internal.exec.Optimizations;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Engines that differ in what they do for speed, for tests of other packages. */
public final class EngineVariants {
  private EngineVariants() {}

  /** Names with engines: no optimisation, all, and each alone. */
  public static Map<String, RegoEngine> all() {
    Map<String, RegoEngine> engines = new LinkedHashMap<>();
    engines.put("none", engine(Optimizations.NONE));
    engines.put("all", engine(Optimizations.ALL));
    int count = Optimizations.class.getRecordComponents().length;
    for (int i = 0; i < count; i++) {
      boolean[] on = new boolean[count];
      on[i] = true;
      engines.put(Optimizations.class.getRecordComponents()[i].getName(), engine(of(on)));
    }
    return engines;
  }

  /** The engine that a builder describes, without any optimisation. */
  public static RegoEngine unoptimized(RegoEngine.Builder builder) {
    return builder.optimizations(Optimizations.NONE).build();
  }

  private static RegoEngine engine(Optimizations optimizations) {
    return RegoEngine.builder().optimizations(optimizations).build();
  }

  private static Optimizations of(boolean[] on) {
    Object[] values = new Object[on.length];
    Class<?>[] types = new Class<?>[on.length];
    for (int i = 0; i < on.length; i++) {
      values[i] = on[i];
    }
    Arrays.fill(types, boolean.class);
    try {
      Constructor<Optimizations> make = Optimizations.class.getDeclaredConstructor(types);
      return make.newInstance(values);
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
