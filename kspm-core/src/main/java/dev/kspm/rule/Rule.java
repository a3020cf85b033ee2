package dev.kspm.rule;

import dev.kspm.rego.PolicySource;
import dev.kspm.rego.diagnostic.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * One check, written in Rego, with what people need to know of it. Immutable and thread-safe.
 *
 * <p>The policy is a module of the package {@code datadog} that defines {@code eval(resource)} or a
 * whole set {@code results}. Each main resource type is evaluated for itself.
 */
@Value.Immutable
public abstract class Rule {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");

  Rule() {}

  /** What an id looks like, for messages. */
  static final String ID_FORM = "lower case letters, digits and '-' only";

  /**
   * The name in findings and frameworks: lower case letters, digits and dashes. Never {@code ~},
   * which separates it from the resource.
   */
  public abstract String id();

  /** One line that states what is so when the rule passes. */
  public abstract String title();

  /** How bad a failure is. */
  public abstract Severity severity();

  /** Whether the rule counts in the score of the whole organisation. */
  @Value.Default
  public boolean scored() {
    return true;
  }

  /** The main types: each document of each is judged. */
  public abstract List<String> resourceTypes();

  /** Other types that the rule reads. */
  public abstract List<String> relatedTypes();

  /** The Rego text with the version that it is written in. */
  public abstract PolicySource policy();

  /** The {@code rule.yaml} that the rule was read from, so that messages can point to a line. */
  @Value.Auxiliary
  public abstract Optional<SourceText> description();

  /** Whether more data could only add failures, so that a failure stands in spite of holes. */
  @Value.Default
  public boolean failIsFinal() {
    return false;
  }

  /** Paths in the document that the rule reads, for people. */
  public abstract List<String> reads();

  /** Settings by name. */
  public abstract Map<String, RuleParameter> parameters();

  /** Why it matters. */
  @Value.Default
  public String why() {
    return "";
  }

  /** How to mend a failure. */
  @Value.Default
  public String fix() {
    return "";
  }

  /** Tags that findings get, beside those of the resource. */
  public abstract List<String> tags();

  /** Raised with each change of what the rule decides. */
  @Value.Default
  public int version() {
    return 1;
  }

  /** Ids of rules whose history and mutes this one takes over. */
  public abstract List<String> replaces();

  /** Where the rule comes from. */
  @Value.Default
  public RuleOrigin origin() {
    return RuleOrigin.CUSTOM;
  }

  /** The rule that this one is a changed copy of. */
  public abstract Optional<String> clonedFrom();

  /** Whether the id is one. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  @Value.Check
  void check() {
    if (!isId(id())) {
      throw new IllegalArgumentException("rule id " + id() + ": " + ID_FORM);
    }
    if (resourceTypes().isEmpty()) {
      throw new IllegalArgumentException("rule " + id() + " has no resource type");
    }
  }

  /** Starts a rule; id, title, severity, a resource type and the policy are required. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that holds everything of this rule. */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Collects the parts of a rule; not thread-safe. */
  public static final class Builder extends ImmutableRule.Builder {
    Builder() {}
  }
}
