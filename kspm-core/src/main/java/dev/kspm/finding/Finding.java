package dev.kspm.finding;

import dev.kspm.evaluation.Evidence;
import dev.kspm.evaluation.Verdict;
import dev.kspm.framework.ControlMapping;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceKey;
import dev.kspm.rule.Rule;
import dev.kspm.rule.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is known of one rule and one resource, from scan to scan. Immutable and thread-safe.
 *
 * <p>There is one current finding for each rule and resource key; its id never changes.
 */
@Value.Immutable
public abstract class Finding {
  Finding() {}

  /** See {@link FindingId}. */
  @Value.Default
  public String id() {
    return FindingId.of(rule().id(), resource().key());
  }

  /** The rule, as of the last evaluation that decided. */
  public abstract Rule rule();

  /** The resource, as of the last evaluation that decided. */
  public abstract Resource resource();

  /** PASS or FAIL: the last decision. */
  public abstract Verdict verdict();

  /** What the verdict rests on. */
  public abstract List<Evidence> evidence();

  /** The document that the evidence is about, when it is one that {@link #resource} owns. */
  public abstract Optional<ResourceKey> evidenceFrom();

  /** The severity shown; the rule's unless somebody changed it. */
  @Value.Default
  public Severity severity() {
    return rule().severity();
  }

  /** The controls that the rule serves, sorted. */
  public abstract List<ControlMapping> controls();

  /** When it was first found, PASS or FAIL. */
  public abstract Instant firstSeenAt();

  /** When it was last decided. */
  public abstract Instant lastSeenAt();

  /** When the verdict last changed. */
  public abstract Instant evaluationChangedAt();

  /** When the resource was first seen. */
  public abstract Instant discoveredAt();

  /** The mute, if there is one; may have expired. */
  public abstract Optional<Mute> mute();

  /** Why the last evaluation could not decide; empty when it could. */
  public abstract List<String> undecidedReasons();

  /** When the resource had gone, or the rule did not apply any more. */
  public abstract Optional<Instant> closedAt();

  /** Whether a mute holds at a time. */
  public final boolean isMutedAt(Instant time) {
    return mute().filter(mute -> mute.holdsAt(time)).isPresent();
  }

  @Value.Check
  void check() {
    if (!verdict().isFinding()) {
      throw new IllegalArgumentException("a finding is PASS or FAIL, not " + verdict());
    }
  }

  /** Starts a finding. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that holds everything of this finding. */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Collects the parts of a finding; not thread-safe. */
  public static final class Builder extends ImmutableFinding.Builder {
    Builder() {}
  }
}
