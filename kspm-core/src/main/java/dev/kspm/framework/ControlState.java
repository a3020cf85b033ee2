package dev.kspm.framework;

/** What is known of a control after a scan. */
public enum ControlState {
  PASS,
  FAIL,
  /** Nothing here that the control is about, or every finding is muted. */
  SKIP,
  /** Something that decides could not be read. */
  UNKNOWN,
  /** A person has to attest it. */
  MANUAL;

  /**
   * The state from what the control's rules found.
   *
   * <p>FAIL if there is any unmuted FAIL; else UNKNOWN if any; else MANUAL if a person decides all
   * or part and has not attested; else PASS if any; else SKIP.
   *
   * @param control one without rules is decided by a person, whatever it says
   * @param attested whether a valid attestation is there
   * @param counts what the rules found
   */
  public static ControlState of(Control control, boolean attested, VerdictCounts counts) {
    if (counts.fail() > 0) {
      return FAIL;
    } else if (counts.unknown() > 0) {
      return UNKNOWN;
    } else if (control.rules().isEmpty() || control.decided() != Decided.AUTOMATIC) {
      if (!attested) {
        return MANUAL;
      }
      return counts.pass() > 0 || counts.muted() == 0 ? PASS : SKIP;
    }
    return counts.pass() > 0 ? PASS : SKIP;
  }
}
