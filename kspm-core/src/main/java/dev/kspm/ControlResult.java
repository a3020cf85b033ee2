package dev.kspm;

import dev.kspm.framework.Control;
import dev.kspm.framework.ControlState;
import dev.kspm.framework.Requirement;
import dev.kspm.score.PostureScore;

/**
 * How a control came out. Immutable and thread-safe.
 *
 * @param requirement the requirement that it belongs to
 * @param control the control
 * @param state what is known
 * @param muted whether the state is SKIP because every finding is muted
 * @param score of all rules of the control, with the counts
 */
public record ControlResult(
    Requirement requirement,
    Control control,
    ControlState state,
    boolean muted,
    PostureScore score) {}
