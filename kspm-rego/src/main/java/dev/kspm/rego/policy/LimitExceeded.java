package dev.kspm.rego.policy;

/** An evaluation, or a text to be read, that wanted more than {@link EvaluationLimits} grants. */
public final class LimitExceeded extends RegoException {
  private static final long serialVersionUID = 1L;

  /** What ran out. */
  public enum Limit {
    STEPS,
    DEADLINE,
    CELLS,
    DEPTH,
    REGEX_SIZE
  }

  private final Limit limit;

  public LimitExceeded(Limit limit, String message) {
    super(message, null);
    this.limit = limit;
  }

  public Limit limit() {
    return limit;
  }
}
