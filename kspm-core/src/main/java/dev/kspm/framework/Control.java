package dev.kspm.framework;

import dev.kspm.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** One criterion of a framework and the rules that decide it. Immutable and thread-safe. */
@Value.Immutable
public abstract class Control {
  Control() {}

  /** The number that the framework gives it, such as {@code 4.2.1}. */
  public abstract String id();

  /** What it asks for, in our own words. */
  public abstract String title();

  /** The level of a CIS profile. */
  public abstract OptionalInt level();

  /** The benchmark's own label: {@code automated} or {@code manual}. */
  public abstract Optional<String> benchmark();

  /** How much our rules decide. */
  @Value.Default
  public Decided decided() {
    return rules().isEmpty() ? Decided.MANUAL : Decided.AUTOMATIC;
  }

  /** How bad it is when the control is not met. */
  @Value.Default
  public Severity severity() {
    return Severity.MEDIUM;
  }

  /** Ids of the rules. */
  public abstract List<String> rules();

  /** What a person is to attest where rules do not decide. */
  public abstract Optional<String> attest();

  /** Starts a control; id and title are required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the parts of a control; not thread-safe. */
  public static final class Builder extends ImmutableControl.Builder {
    Builder() {}
  }
}
