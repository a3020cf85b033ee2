package dev.kspm.finding;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody's decision that a finding does not count. Immutable.
 *
 * @param reason why, as one of a few
 * @param description why, in words; at most 280 characters
 * @param expiresAt when it ends by itself; empty for never
 * @param mutedAt since when
 * @param mutedBy who
 */
public record Mute(
    Reason reason,
    String description,
    Optional<Instant> expiresAt,
    Instant mutedAt,
    String mutedBy) {
  /** The longest description. */
  public static final int DESCRIPTION_LIMIT = 280;

  /** Why findings are muted. */
  public enum Reason {
    PENDING_FIX,
    FALSE_POSITIVE,
    OTHER,
    NO_FIX,
    DUPLICATE,
    RISK_ACCEPTED
  }

  /**
   * Checks the description.
   *
   * @throws IllegalArgumentException if it is too long
   */
  public Mute {
    int length = description.codePointCount(0, description.length());
    if (length > DESCRIPTION_LIMIT) {
      throw new IllegalArgumentException(
          "description has " + length + " characters, more than " + DESCRIPTION_LIMIT);
    }
  }

  /** Whether it still holds. */
  public boolean holdsAt(Instant time) {
    return expiresAt.isEmpty() || time.isBefore(expiresAt.get());
  }
}
