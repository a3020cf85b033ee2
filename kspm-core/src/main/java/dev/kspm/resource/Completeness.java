package dev.kspm.resource;

import java.util.Comparator;

/**
 * How much of one resource type was read in one scope. Immutable and thread-safe.
 *
 * <p>{@code PARTIAL} and {@code DENIED} make a hole of the collection; nothing need be said twice.
 *
 * @param resourceType the type
 * @param scope the cluster or account, or {@link Hole#EVERYWHERE}
 * @param state how far reading came
 * @param reason why not further; empty when complete
 */
public record Completeness(String resourceType, String scope, State state, String reason)
    implements Comparable<Completeness> {
  /** How far reading came. */
  public enum State {
    /** Everything that is there was read. */
    COMPLETE,
    /** Some was read; there may be more. */
    PARTIAL,
    /** Nothing could be read: forbidden, timed out, broken. */
    DENIED,
    /** The API does not have this type, so there is none. */
    ABSENT,
    /**
     * Nobody asked: whoever collected did not set out to tell about the part of the world that the
     * type belongs to. There may be any number. Void as soon as anything else is known of the type.
     */
    NOT_ASKED;

    /** Whether members may be missing of what somebody tried to read. */
    public boolean isHole() {
      return this == PARTIAL || this == DENIED;
    }

    /** Whether what was read is all there is. */
    public boolean isWhole() {
      return this == COMPLETE || this == ABSENT;
    }
  }

  /** A type that was read completely. */
  public static Completeness complete(String resourceType, String scope) {
    return new Completeness(resourceType, scope, State.COMPLETE, "");
  }

  @Override
  public int compareTo(Completeness other) {
    return Comparator.comparing(Completeness::resourceType)
        .thenComparing(Completeness::scope)
        .thenComparing(Completeness::state)
        .thenComparing(Completeness::reason)
        .compare(this, other);
  }
}
