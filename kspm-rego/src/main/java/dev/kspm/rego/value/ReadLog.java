package dev.kspm.rego.value;

import java.util.BitSet;

/**
 * What one session has noticed of data that could not be read; belongs to one thread.
 *
 * <p>Each hole of the input has a number. Observed containers record here the holes that an
 * operation could notice. Whoever keeps a result for later brackets its computation with {@link
 * #enter} and {@link #leave}, stores the holes that {@code leave} gives, and adds them on each
 * reuse with {@link #touchAll}.
 */
public final class ReadLog {
  private BitSet current = new BitSet();

  void touch(BitSet holes) {
    current.or(holes);
  }

  /** Adds the holes that were noticed while a reused result was computed. */
  public void touchAll(BitSet holes) {
    current.or(holes);
  }

  /**
   * Starts a computation whose holes are to be known apart; gives the log so far, which goes to
   * {@link #leave}.
   */
  public BitSet enter() {
    BitSet outer = current;
    current = new BitSet();
    return outer;
  }

  /**
   * Ends the computation that {@link #enter} started: gives its holes, which also join those of the
   * outer one.
   */
  public BitSet leave(BitSet outer) {
    BitSet inner = current;
    outer.or(inner);
    current = outer;
    return inner;
  }

  /** The holes noticed so far. */
  public BitSet noticed() {
    return (BitSet) current.clone();
  }

  /** Forgets everything that was noticed. */
  public void clear() {
    current = new BitSet();
  }
}
