package dev.kspm.finding;

/**
 * What a scan did to a finding. Immutable.
 *
 * @param kind what happened
 * @param finding the finding as it is now
 */
public record Transition(Kind kind, Finding finding) {
  /** What can happen. */
  public enum Kind {
    /** Not seen before. */
    NEW,
    /** Same verdict as before. */
    UNCHANGED,
    /** FAIL became PASS. */
    FIXED,
    /** PASS became FAIL, or a closed failure came back. */
    REOPENED,
    /** It could not be decided this time: what was decided before stays, marked. */
    UNDECIDED,
    /** The resource is not there any more, or the rule does not apply to it any more. */
    GONE,
    /** Another version of the rule came to another verdict: no drift of the resource. */
    RULE_CHANGED
  }
}
