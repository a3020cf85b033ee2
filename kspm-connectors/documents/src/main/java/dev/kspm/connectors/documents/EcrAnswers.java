package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.ResourceKey;
import org.jspecify.annotations.Nullable;

/** Answers of ECR. Not thread-safe. */
final class EcrAnswers implements AwsService {
  private static final AwsShape REPOSITORY =
      new AwsShape("aws_ecr_repository", "repository_arn", "repository_arn", "repository_name");

  private final AwsDrafts drafts;
  private final Joins joins;

  EcrAnswers(AwsDrafts drafts, Joins joins) {
    this.drafts = drafts;
    this.joins = joins;
  }

  @Override
  public @Nullable Recognition take(ObjectValue answer, String source) {
    if (answer.get("repositories") instanceof ArrayValue list
        && (list.size() == 0 || Fields.hasText(list.get(0), "repositoryArn"))) {
      return drafts.list(REPOSITORY, list, source);
    }
    if (Fields.hasText(answer, "policyText") && Fields.hasText(answer, "repositoryName")) {
      Value policy = PolicyText.parse(answer.get("policyText"));
      if (policy == null) {
        return Recognition.skippedAll(answer, "a policy that is no JSON");
      }
      joins.repositoryPolicies.put(
          Fields.text(answer, "registryId") + "/" + Fields.text(answer, "repositoryName"), policy);
      return Recognition.usedAll(1);
    }
    if (answer.get("scanningConfiguration") instanceof ObjectValue scanning
        && Fields.hasText(answer, "registryId")) {
      scanning(Fields.text(answer, "registryId"), scanning, source);
      return Recognition.usedAll(1);
    }
    return null;
  }

  private void scanning(String registry, ObjectValue scanning, String source) {
    ObjectValue.Builder document = Fields.copy(drafts.document(scanning));
    document.put("registry_id", StringValue.of(registry));
    document.put("account_id", StringValue.of(registry));
    Draft draft =
        new Draft(
            "aws_ecr_registry_scanning_configuration",
            ResourceKey.of(registry + "/ecr/registry-scanning-configuration"),
            source,
            document.build());
    draft.name = registry;
    draft.account = registry;
    drafts.add(draft);
  }
}
