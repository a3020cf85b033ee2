package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers that say something about a resource that another answer describes, kept until all answers
 * are there. Not thread-safe.
 *
 * <p>Some answers do not say whom they are about ({@code ListAttachedRolePolicies} names no role).
 * Then the name of their file tells, provided that it ends with the name of exactly one resource
 * that is known from content.
 */
final class Joins {
  /** An answer without its subject; it may name a next page. */
  record Orphan(String source, Value value, boolean continued) {}

  final Map<String, Answers> accessPolicies = new HashMap<>();
  final Map<String, Value> repositoryPolicies = new HashMap<>();
  final Map<String, Map<String, Value>> inlinePolicies = new HashMap<>();
  final List<Orphan> attachedPolicies = new ArrayList<>();
  final List<Orphan> inlinePolicyNames = new ArrayList<>();
  final List<Orphan> policyVersions = new ArrayList<>();
  final Pages pages = new Pages();
  final Map<String, List<Orphan>> lists = new LinkedHashMap<>();

  /** Listeners by the ARN of their load balancer. */
  final Map<String, Answers> listeners = new HashMap<>();

  /** What a caller identity said, for documents that name no account. */
  @Nullable String caller;

  /** Whether an answer says something about resources of the account, whoever they are. */
  boolean isAnyOfAccount() {
    return !(repositoryPolicies.isEmpty()
        && inlinePolicies.isEmpty()
        && attachedPolicies.isEmpty()
        && inlinePolicyNames.isEmpty()
        && policyVersions.isEmpty()
        && listeners.isEmpty());
  }

  static String accessEntry(Value answer) {
    return Fields.text(answer, "clusterName") + " " + Fields.text(answer, "principalArn");
  }

  /** The one of several names that the name of a file ends with. */
  static Optional<String> named(String source, Iterable<String> names) {
    String file = source.substring(source.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    String stem = dot > 0 ? file.substring(0, dot) : file;
    String best = "";
    for (String name : names) {
      boolean fits = stem.equals(name) || stem.endsWith("-" + name) || stem.endsWith("_" + name);
      if (fits && name.length() > best.length()) {
        best = name;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** Attached policies of the roles whose names are given. */
  Map<String, Answers> attachedByRole(Iterable<String> roles) {
    Map<String, Answers> attached = new HashMap<>();
    CloudFields fields = new CloudFields();
    for (Orphan answer : attachedPolicies) {
      named(answer.source(), roles)
          .ifPresent(
              role -> {
                ArrayValue.Builder policies = ArrayValue.builder();
                for (Value policy : Fields.elements(answer.value(), "AttachedPolicies")) {
                  policies.add(policy instanceof ObjectValue o ? fields.document(o) : policy);
                }
                attached
                    .computeIfAbsent(role, unused -> new Answers())
                    .add(policies.build(), answer.continued());
              });
    }
    return attached;
  }

  /** The names of the inline policies of a role, if answers list them all. */
  Optional<List<String>> inlineNames(String role, Iterable<String> roles) {
    Answers names = new Answers();
    boolean listed = false;
    for (Orphan answer : inlinePolicyNames) {
      if (named(answer.source(), roles).filter(role::equals).isPresent()) {
        names.add(Fields.elements(answer.value(), "PolicyNames"), answer.continued());
        listed = true;
      }
    }
    return listed && !names.isOpen()
        ? Optional.of(Fields.texts(names.members()))
        : Optional.empty();
  }

  /** Inline policies of a role as documents. */
  ArrayValue inline(String role) {
    ArrayValue.Builder policies = ArrayValue.builder();
    inlinePolicies
        .getOrDefault(role, Map.of())
        .forEach(
            (name, document) ->
                policies.add(
                    ObjectValue.builder()
                        .put("policy_name", StringValue.of(name))
                        .put("policy_document", document)
                        .build()));
    return policies.build();
  }

  /**
   * The document of a policy's default version: a version says neither whose it is nor its ARN, but
   * its number and the time at which it was made are the policy's default version and last update.
   */
  @Nullable Value documentOf(ObjectValue policy) {
    List<Value> found = new ArrayList<>();
    for (Orphan version : policyVersions) {
      Value body = Fields.at(version.value(), "PolicyVersion");
      if (Fields.text(body, "VersionId").equals(Fields.text(policy, "default_version_id"))
          && body instanceof ObjectValue object
          && same(object.get("CreateDate"), policy.get("update_date"))) {
        Value document = PolicyText.parse(object.get("Document"));
        if (document != null && !found.contains(document)) {
          found.add(document);
        }
      }
    }
    return found.size() == 1 ? found.get(0) : null;
  }

  private static boolean same(@Nullable Value wire, @Nullable Value known) {
    Value time = wire == null ? null : CloudFields.time(wire);
    return time != null && time.equals(known == null ? NullValue.NULL : known);
  }
}
