package dev.kspm.connectors.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.Json;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.Completeness.State;
import dev.kspm.resource.Hole;
import dev.kspm.resource.ResourceSnapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page of a list that names a next one, which is there or is not. */
final class PagesTest {
  private static final String CLUSTER =
      "{'cluster': {'name': 'a', 'arn': 'arn:aws:eks:r:1:cluster/a'}}";
  private static final String ARN = "arn:aws:eks:r:1:cluster/a";
  private static final String KUBE_SYSTEM =
      "{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'kube-system', 'uid': 'u'}}";

  /** Documents of files 0.json, 1.json and so on. */
  private static ResourceSnapshot read(String... documents) {
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < documents.length; i++) {
      files.put(i + ".json", documents[i]);
    }
    return read(files);
  }

  private static ResourceSnapshot read(Map<String, String> files) {
    DocumentCollector collector = new DocumentCollector(CollectorOptions.named("snap"));
    files.forEach(
        (name, text) -> {
          Recognition found = collector.add(Json.read(text.replace('\'', '"')), name);
          assertThat(found.used()).as(name).isPositive();
        });
    return Collected.read(collector);
  }

  private static List<Completeness> partial(ResourceSnapshot snapshot) {
    return snapshot.completeness().stream().filter(word -> word.state().isHole()).toList();
  }

  private static String subnets(String region, String id, String token) {
    return "{'Subnets': [{'SubnetId': '"
        + id
        + "', 'OwnerId': '1', 'SubnetArn': 'arn:aws:ec2:"
        + region
        + ":1:subnet/"
        + id
        + "'}]"
        + (token.isEmpty() ? "}" : ", 'NextToken': '" + token + "'}");
  }

  @Test
  void aPageOfAwsWithoutItsNext() {
    assertThat(partial(read(CLUSTER, subnets("r", "s1", "t"))))
        .containsExactly(
            new Completeness(
                "aws_subnet", "1", State.PARTIAL, "1.json names a next page, which is not there"));
    assertThat(partial(read(CLUSTER, subnets("r", "s1", "t"), subnets("r", "s2", "")))).isEmpty();
    assertThat(
            partial(
                read(
                    CLUSTER,
                    subnets("r", "s1", "t"),
                    subnets("r", "s2", "u"),
                    subnets("r", "s3", ""))))
        .isEmpty();
    assertThat(partial(read(CLUSTER, subnets("r", "s1", "t"), subnets("r", "s2", "u")))).hasSize(1);
    assertThat(partial(read(CLUSTER, subnets("r", "s1", "t"), "{'Subnets': []}"))).isEmpty();
  }

  @Test
  void thePageOfAnotherRegionIsNotTheNext() {
    assertThat(partial(read(CLUSTER, subnets("r", "s1", "t"), subnets("q", "s2", ""))))
        .extracting(Completeness::resourceType)
        .containsExactly("aws_subnet");
  }

  @Test
  void listsOfNames() {
    String first = "{'nodegroups': [], 'nextToken': 't'}";
    assertThat(partial(read(CLUSTER, first)))
        .containsExactly(
            new Completeness(
                "aws_eks_nodegroup",
                ARN,
                State.PARTIAL,
                "1.json names a next page, which is not there"));
    assertThat(read(CLUSTER, first, "{'nodegroups': []}").completeness())
        .contains(Completeness.complete("aws_eks_nodegroup", ARN));
    assertThat(partial(read(CLUSTER, "{'clusters': ['a'], 'NextToken': 't'}")))
        .extracting(Completeness::resourceType, Completeness::scope)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("aws_eks_cluster", "1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws_iam_role | {'Roles': [{'Arn': 'arn:aws:iam::1:role/r', 'RoleName': 'r'}], END}"
            + " | 'IsTruncated': true, 'Marker': 'm' | 'IsTruncated': false",
        "aws_ec2_instance | {'Reservations': [{'OwnerId': '1', 'Instances': [{'InstanceId': 'i'}]}],"
            + " END} | 'NextToken': 't' | 'NextToken': ''",
        "aws_load_balancer | {'LoadBalancers': [{'LoadBalancerName': 'l', 'LoadBalancerArn':"
            + " 'arn:aws:elasticloadbalancing:r:1:loadbalancer/l'}], END}"
            + " | 'NextMarker': 'm' | 'NextMarker': null",
        "aws_cloudwatch_log_group | {'logGroups': [{'logGroupName': 'g', 'logGroupArn':"
            + " 'arn:aws:logs:r:1:log-group:g'}], END} | 'nextToken': 't' | 'x': 1",
        "azure_role_assignment | {'value': [{'id': '/subscriptions/s/providers/"
            + "Microsoft.Authorization/roleAssignments/1', 'type':"
            + " 'Microsoft.Authorization/roleAssignments'}], END}"
            + " | 'nextLink': 'https://next' | 'nextLink': null",
      })
  void wordsForMore(String type, String page, String more, String last) {
    String first = page.replace("END", more);
    assertThat(partial(read(first)))
        .extracting(Completeness::resourceType, Completeness::state)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(type, State.PARTIAL));
    assertThat(partial(read(first, page.replace("END", last)))).isEmpty();
    assertThat(partial(read(page.replace("END", last)))).isEmpty();
  }

  @Test
  void anEmptyPageOfArm() {
    String empty = "{'value': [], 'nextLink': 'https://next'}";
    assertThat(partial(read(Map.of("roleAssignments.json", empty))))
        .extracting(Completeness::resourceType)
        .containsExactly("azure_role_assignment");
    assertThat(
            partial(
                read(
                    Map.of(
                        "roleAssignments-1.json",
                        empty,
                        "roleAssignments-2.json",
                        "{'value': []}"))))
        .isEmpty();
  }

  @Test
  void pagesAboutOneResourceArePutTogether() {
    String role = "{'Role': {'Arn': 'arn:aws:iam::1:role/r', 'RoleName': 'r'}}";
    String one =
        "{'AttachedPolicies': [{'PolicyName': 'p', 'PolicyArn': 'x'}], 'IsTruncated': true}";
    String two = "{'AttachedPolicies': [{'PolicyName': 'q', 'PolicyArn': 'y'}]}";
    ResourceSnapshot whole = read(Map.of("role.json", role, "1-r.json", one, "2-r.json", two));
    assertThat(Json.write(Collected.only(whole, "aws_iam_role").configuration()))
        .contains("\"policy_name\":\"p\"")
        .contains("\"policy_name\":\"q\"");
    assertThat(reasons(whole)).noneMatch(reason -> reason.contains("next page"));
    ResourceSnapshot torn = read(Map.of("role.json", role, "1-r.json", one));
    assertThat(reasons(torn)).contains("the answer names a next page, which is not there");
  }

  private static List<String> reasons(ResourceSnapshot snapshot) {
    return snapshot.holes().stream().map(Hole::reason).toList();
  }

  private static String pods(String name, String metadata) {
    return "{'apiVersion': 'v1', 'kind': 'PodList', 'metadata': {"
        + metadata
        + "}, 'items': [{'metadata': {'namespace': 'x', 'name': '"
        + name
        + "'}}]}";
  }

  @Test
  void aPageOfKubernetesWithoutItsNext() {
    String first = pods("a", "'resourceVersion': '7', 'continue': 't'");
    assertThat(partial(read(KUBE_SYSTEM, first)))
        .containsExactly(
            new Completeness(
                "kubernetes_pod",
                "u",
                State.PARTIAL,
                "1.json names a next page, which is not there"));
    assertThat(partial(read(KUBE_SYSTEM, first, pods("b", "'resourceVersion': '7'")))).isEmpty();
    assertThat(partial(read(KUBE_SYSTEM, first, pods("b", "")))).isEmpty();
    assertThat(partial(read(KUBE_SYSTEM, first, pods("b", "'resourceVersion': '9'")))).hasSize(1);
  }

  @Test
  void whatTheServerCountsHasToBeThere() {
    String first = pods("a", "'continue': 't', 'remainingItemCount': 2");
    String second = pods("b", "'continue': 'u', 'remainingItemCount': 1");
    String third = pods("c", "'continue': ''");
    assertThat(partial(read(KUBE_SYSTEM, first, second, third))).isEmpty();
    assertThat(partial(read(KUBE_SYSTEM, first, third))).hasSize(1);
    assertThat(partial(read(KUBE_SYSTEM, pods("a", "'remainingItemCount': 1")))).hasSize(1);
  }
}
