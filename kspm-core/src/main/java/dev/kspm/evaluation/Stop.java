package dev.kspm.evaluation;

import dev.kspm.rego.policy.Cancelled;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ends one evaluation early, whatever its threads are at. Thread-safe. */
final class Stop {
  private final Set<RuleRun> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  /** Cancels what runs, and what has not begun. */
  void now() {
    stopped = true;
    running.forEach(RuleRun::cancel);
  }

  void begins(RuleRun run) {
    running.add(run);
  }

  void ends(RuleRun run) {
    running.remove(run);
  }

  /**
   * Looks whether to go on.
   *
   * @throws Cancelled if not
   */
  void check() {
    if (stopped) {
      throw new Cancelled();
    }
  }
}
