package dev.kspm.rego.policy;

/** An evaluation that another thread asked to stop. */
public final class Cancelled extends RegoException {
  private static final long serialVersionUID = 1L;

  public Cancelled() {
    super("eval_cancel_error: caller cancelled query execution", null);
  }
}
