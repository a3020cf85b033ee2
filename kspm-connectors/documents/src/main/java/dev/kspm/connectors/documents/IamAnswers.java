package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers of IAM and STS. Not thread-safe. */
final class IamAnswers implements AwsService {
  private static final AwsShape ROLE = new AwsShape("aws_iam_role", "arn", "arn", "role_name");
  private static final AwsShape POLICY =
      new AwsShape("aws_iam_policy", "arn", "arn", "policy_name");
  private static final String NO_OBJECT = "not an object";

  private final AwsDrafts drafts;
  private final Joins joins;

  IamAnswers(AwsDrafts drafts, Joins joins) {
    this.drafts = drafts;
    this.joins = joins;
  }

  @Override
  public @Nullable Recognition take(ObjectValue answer, String source) {
    if (answer.get("RoleDetailList") instanceof ArrayValue) {
      return authorizationDetails(answer, source);
    } else if (answer.get("Role") instanceof ObjectValue role && isNamed(role)) {
      drafts.add(ROLE, role, source);
    } else if (answer.get("Policy") instanceof ObjectValue policy && isNamed(policy)) {
      drafts.add(POLICY, policy, source);
    } else if (answer.get("Roles") instanceof ArrayValue list && isListOfNamed(list)) {
      return drafts.list(ROLE, list, source);
    } else if (answer.get("Policies") instanceof ArrayValue list && isListOfNamed(list)) {
      return drafts.list(POLICY, list, source);
    } else {
      return joined(answer, source);
    }
    return Recognition.usedAll(1);
  }

  private static boolean isNamed(Value body) {
    return Fields.text(body, "Arn").startsWith("arn:");
  }

  private static boolean isListOfNamed(ArrayValue list) {
    return list.size() == 0 || Fields.hasText(list.get(0), "Arn");
  }

  private @Nullable Recognition joined(ObjectValue answer, String source) {
    Joins.Orphan orphan = drafts.orphan(source, answer);
    if (Fields.hasText(answer, "RoleName") && answer.get("PolicyDocument") != null) {
      Value document = PolicyText.parse(answer.get("PolicyDocument"));
      if (document == null) {
        return Recognition.skippedAll(answer, "a policy that is no JSON");
      }
      joins
          .inlinePolicies
          .computeIfAbsent(Fields.text(answer, "RoleName"), role -> new HashMap<>())
          .put(Fields.text(answer, "PolicyName"), document);
    } else if (Fields.hasArray(answer, "AttachedPolicies")) {
      joins.attachedPolicies.add(orphan);
    } else if (Fields.hasArray(answer, "PolicyNames")) {
      joins.inlinePolicyNames.add(orphan);
    } else if (Fields.hasObject(answer, "PolicyVersion")) {
      joins.policyVersions.add(orphan);
    } else if (Fields.hasText(answer, "Account") && isNamed(answer)) {
      joins.caller = Fields.text(answer, "Account");
    } else {
      return null;
    }
    return Recognition.usedAll(1);
  }

  /** GetAccountAuthorizationDetails: everything at once. */
  private Recognition authorizationDetails(ObjectValue answer, String source) {
    int before = drafts.size();
    int used = 0;
    List<Recognition.Skipped> skipped = new ArrayList<>();
    for (Value entry : Fields.elements(answer, "RoleDetailList")) {
      if (entry instanceof ObjectValue role) {
        Draft draft = drafts.add(ROLE, role, source);
        draft.put("attached_policies", documents(role, "AttachedManagedPolicies"));
        draft.put("inline_policies", documents(role, "RolePolicyList"));
        used++;
      } else {
        skipped.add(new Recognition.Skipped("RoleDetailList", entry, NO_OBJECT));
      }
    }
    drafts.page(ROLE.type(), source, before);
    before = drafts.size();
    for (Value entry : Fields.elements(answer, "Policies")) {
      if (entry instanceof ObjectValue policy) {
        Draft draft = drafts.add(POLICY, policy, source);
        for (Value version : Fields.elements(policy, "PolicyVersionList")) {
          Value document = PolicyText.parse(Fields.at(version, "Document"));
          if (Fields.isTrue(Fields.at(version, "IsDefaultVersion")) && document != null) {
            draft.put("document", document);
          }
        }
        used++;
      } else {
        skipped.add(new Recognition.Skipped("Policies", entry, NO_OBJECT));
      }
    }
    drafts.page(POLICY.type(), source, before);
    return new Recognition(skipped.isEmpty() ? Math.max(1, used) : used, skipped);
  }

  private ArrayValue documents(ObjectValue role, String member) {
    return drafts.documents(role.get(member) instanceof ArrayValue list ? list : ArrayValue.EMPTY);
  }
}
