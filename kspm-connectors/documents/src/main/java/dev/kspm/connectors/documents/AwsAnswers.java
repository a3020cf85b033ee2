package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers of the AWS API as the CLI prints them. Recognised by content: the member that holds the
 * answer, and what is in it. Not thread-safe.
 */
final class AwsAnswers implements AwsService {
  private static final AwsShape KEY = new AwsShape("aws_kms_key", "arn", "arn", "key_id");
  private static final AwsShape LOG_GROUP =
      new AwsShape("aws_cloudwatch_log_group", "log_group_arn", "log_group_name", "log_group_name");

  private final AwsDrafts drafts;
  private final List<AwsService> services;

  AwsAnswers(List<Draft> drafts, Joins joins) {
    this.drafts = new AwsDrafts(drafts, joins);
    this.services =
        List.of(
            new EksAnswers(this.drafts, joins),
            new Ec2Answers(this.drafts, joins),
            new EcrAnswers(this.drafts, joins),
            new IamAnswers(this.drafts, joins));
  }

  @Override
  public @Nullable Recognition take(ObjectValue answer, String source) {
    drafts.begin(answer);
    for (AwsService service : services) {
      Recognition known = service.take(answer, source);
      if (known != null) {
        return known;
      }
    }
    if (answer.get("KeyMetadata") instanceof ObjectValue key
        && Fields.text(key, "Arn").startsWith("arn:")) {
      drafts.add(KEY, key, source);
      return Recognition.usedAll(1);
    }
    return answer.get("logGroups") instanceof ArrayValue groups
            && (groups.size() == 0 || Fields.hasText(groups.get(0), "logGroupName"))
        ? drafts.list(LOG_GROUP, groups, source)
        : null;
  }
}
