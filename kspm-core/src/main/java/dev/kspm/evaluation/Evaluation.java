package dev.kspm.evaluation;

import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceKey;
import dev.kspm.rule.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What one rule says of one resource, or of a collection that could not be read. Immutable and
 * thread-safe.
 */
@Value.Immutable
public abstract class Evaluation implements Comparable<Evaluation> {
  private static final Comparator<Evaluation> ORDER =
      Comparator.comparing((Evaluation e) -> e.rule().id())
          .thenComparing(e -> e.resourceKey().map(ResourceKey::value).orElse(""))
          .thenComparing(Evaluation::scope)
          .thenComparing(Evaluation::resourceType);

  Evaluation() {}

  /** The rule. */
  public abstract Rule rule();

  /** The cluster or account in which it was evaluated. */
  public abstract String scope();

  /**
   * The resource that is shown: the owner where one stands in for what was judged; empty when the
   * rule's main collection could not be read.
   */
  public abstract Optional<Resource> resource();

  /** The type of the resource, or of the collection that could not be read. */
  public abstract String resourceType();

  /** The outcome. */
  public abstract Verdict verdict();

  /** What the outcome rests on, sorted by path. */
  public abstract List<Evidence> evidence();

  /**
   * The document that the evidence is about, when it is not {@link #resource} but something that it
   * owns.
   */
  public abstract Optional<ResourceKey> evidenceFrom();

  /** Why the verdict is UNKNOWN, sorted; else empty. */
  public abstract List<String> reasons();

  /**
   * The types that the rule needs here, if it is UNKNOWN for no other reason than that nobody asked
   * for them ({@link dev.kspm.resource.Completeness.State#NOT_ASKED}), sorted; else empty. Such an
   * evaluation is outside of what the scan set out to tell: it is in no score, and its control is
   * not known.
   */
  public abstract List<String> notAsked();

  /** The key of the resource, if there is one. */
  public final Optional<ResourceKey> resourceKey() {
    return resource().map(Resource::key);
  }

  /** By rule, resource, scope and type. */
  @Override
  public final int compareTo(Evaluation other) {
    return ORDER.compare(this, other);
  }

  /** Starts an evaluation. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that holds everything of this evaluation. */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Collects the parts of an evaluation; not thread-safe. */
  public static final class Builder extends ImmutableEvaluation.Builder {
    Builder() {}
  }
}
