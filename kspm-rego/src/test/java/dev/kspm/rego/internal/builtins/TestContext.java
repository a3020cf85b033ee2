package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.policy.EvaluationLimits;
import dev.kspm.rego.policy.LimitExceeded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A session for one call: counts steps and cells against the default limits. */
public final class TestContext implements BuiltinContext {
  private final Map<Object, Object> cache = new HashMap<>();
  private final List<String> lines = new ArrayList<>();
  private long steps = limits().steps();
  private long cells = limits().cells();

  @Override
  public void work(long more) {
    steps -= more;
    if (steps < 0) {
      throw new LimitExceeded(LimitExceeded.Limit.STEPS, "steps");
    }
  }

  @Override
  public void build(long more) {
    cells -= more;
    if (cells < 0) {
      throw new LimitExceeded(LimitExceeded.Limit.CELLS, "cells");
    }
  }

  @Override
  public long nowNanos() {
    return 1_600_000_000_000_000_000L;
  }

  @Override
  public EvaluationLimits limits() {
    return EvaluationLimits.DEFAULT;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T cached(Object key, Supplier<T> compute) {
    Object known = cache.get(key);
    if (known == null) {
      known = compute.get();
      cache.put(key, known);
    }
    return (T) known;
  }

  @Override
  public void print(String line) {
    lines.add(line);
  }

  List<String> lines() {
    return lines;
  }
}
