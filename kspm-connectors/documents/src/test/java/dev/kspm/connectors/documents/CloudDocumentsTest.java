package dev.kspm.connectors.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.Json;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CloudDocumentsTest {
  @ParameterizedTest
  @CsvSource({
    "adminGroupObjectIDs,admin_group_object_i_ds",
    "adminGroupObjectIds,admin_group_object_i_ds",
    "authorizedIPRanges,authorized_ip_ranges",
    "authorizedIpRanges,authorized_ip_ranges",
    "enableRBAC,enable_rbac",
    "enableRbac,enable_rbac",
    "privateDNSZone,private_dns_zone",
    "dnsServiceIP,dns_service_ip",
    "tenantID,tenant_id",
    "SubnetId,subnet_id",
    "DNSName,dns_name",
    "serviceIpv4Cidr,service_ipv4_cidr",
    "CSIDriver,csi_driver",
    "already_snake,already_snake"
  })
  void namesOfFields(String wire, String document) {
    assertThat(SnakeCase.of(wire)).isEqualTo(document);
  }

  @ParameterizedTest
  @ValueSource(strings = {"payments", "legacy"})
  void armAndAzAgree(String cluster) throws IOException {
    Path folder = Path.of("src/test/resources/samples/aks");
    Resource arm = aks(folder.resolve("managedClusters-get-" + cluster + ".json"));
    Resource az = aks(folder.resolve("az-aks-show-" + cluster + ".json"));
    assertThat(az.key()).isEqualTo(arm.key());
    Set<String> differing = new TreeSet<>();
    arm.configuration()
        .forEach(
            (key, value) -> {
              Value other = az.configuration().get(key);
              if (other == null || !other.equals(value)) {
                differing.add(key.toString());
              }
            });
    assertThat(differing).isEmpty();
  }

  private static Resource aks(Path file) throws IOException {
    DocumentCollector collector = new DocumentCollector(CollectorOptions.named("snap"));
    collector.add(Json.read(Files.readAllBytes(file)), "a.json");
    return Collected.only(Collected.read(collector), "azure_aks_cluster");
  }

  private static ResourceSnapshot json(String... documents) {
    DocumentCollector collector = new DocumentCollector(CollectorOptions.named("snap"));
    for (String document : documents) {
      collector.add(Json.read(document.replace('\'', '"')), "x.json");
    }
    return Collected.read(collector);
  }

  @Test
  void timesAreMillisecondsWhateverTheProtocol() {
    for (String time : new String[] {"1594937050", "1594937050.0", "'2020-07-16T22:04:10Z'"}) {
      Resource cluster =
          Collected.only(
              json(
                  "{'cluster': {'name': 'a', 'arn': 'arn:aws:eks:r:1:cluster/a', 'createdAt': "
                      + time
                      + "}}"),
              "aws_eks_cluster");
      assertThat(Json.write(cluster.configuration()))
          .contains("\"created_at\":1594937050000")
          .contains("\"account_id\":\"1\"");
    }
  }

  @Test
  void whatIsListedAndNotDescribedIsMissing() {
    ResourceSnapshot snapshot =
        json(
            "{'cluster': {'name': 'a', 'arn': 'arn:aws:eks:r:1:cluster/a'}}",
            "{'nodegroups': ['one', 'two']}",
            "{'addons': []}",
            "{'nodegroup': {'nodegroupName': 'one', 'clusterName': 'a', 'nodegroupArn':"
                + " 'arn:aws:eks:r:1:nodegroup/a/one/x'}}");
    assertThat(snapshot.completeness())
        .filteredOn(word -> word.state() != Completeness.State.NOT_ASKED)
        .containsExactlyInAnyOrder(
            new Completeness(
                "aws_eks_nodegroup",
                "arn:aws:eks:r:1:cluster/a",
                Completeness.State.PARTIAL,
                "listed but not described: two"),
            Completeness.complete("aws_eks_addon", "arn:aws:eks:r:1:cluster/a"));
  }

  @Test
  void settingsOfAnAddonAreJsonOrYaml() {
    for (String text : new String[] {"{\\\"a\\\": {\\\"B\\\": 1}}", "a:\\n  B: 1\\n"}) {
      Resource addon =
          Collected.only(
              json(
                  "{'addon': {'addonName': 'vpc-cni', 'clusterName': 'a', 'addonArn':"
                      + " 'arn:aws:eks:r:1:addon/a/vpc-cni/x', 'configurationValues': '"
                      + text
                      + "'}}"),
              "aws_eks_addon");
      assertThat(Json.write(addon.configuration())).contains("\"configuration\":{\"a\":{\"B\":1}}");
    }
  }

  @Test
  void brokenSettingsOfAnAddonAreAHole() {
    ResourceSnapshot snapshot =
        json("{'addon': {'addonName': 'vpc-cni', 'clusterName': 'a', 'configurationValues': '['}}");
    assertThat(snapshot.holes()).hasSize(1);
    assertThat(snapshot.holes().get(0).path().toString()).isEqualTo("[\"configuration\"]");
  }

  @Test
  void policiesThatAreNotThereAreHoles() {
    ResourceSnapshot snapshot = json("{'Role': {'RoleName': 'n', 'Arn': 'arn:aws:iam::1:role/n'}}");
    assertThat(snapshot.holes())
        .extracting(hole -> hole.path().toString())
        .containsExactly("[\"attached_policies\"]", "[\"inline_policies\"]");
  }

  @Test
  void secretsOfCloudDocumentsAreRedacted() {
    Resource cluster =
        Collected.only(
            json(
                "{'id': '/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerService/"
                    + "managedClusters/c', 'type': 'Microsoft.ContainerService/ManagedClusters',"
                    + " 'name': 'c', 'properties': {'servicePrincipalProfile': {'clientId': 'i',"
                    + " 'secret': 'hush'}, 'httpProxyConfig': {'httpProxy':"
                    + " 'http://u:hush@proxy'}}}"),
            "azure_aks_cluster");
    assertThat(Json.write(cluster.configuration())).doesNotContain("hush").contains("redacted");
    assertThat(cluster.key().value()).contains("/managedclusters/c");
    assertThat(cluster.id()).contains("/managedClusters/c");
  }

  @Test
  void anIdOfArmTellsTheTypeAndThePlanOfASubscriptionHasItsName() {
    Resource pool =
        Collected.only(
            json(
                "{'id': '/subscriptions/s/resourcegroups/g/providers/Microsoft.ContainerService/"
                    + "managedClusters/c/agentPools/p', 'name': 'p', 'properties': {'count': 3}}"),
            "azure_aks_agent_pool");
    assertThat(pool.name()).isEqualTo("p");
    Resource plan =
        Collected.only(
            json(
                "{'id': '/subscriptions/s/providers/Microsoft.Security/pricings/Containers', 'type':"
                    + " 'Microsoft.Security/pricings', 'name': 'Containers', 'properties': {}}"),
            "azure_security_pricing");
    assertThat(plan.name()).isEqualTo("/subscriptions/s");
    assertThat(plan.aliases()).contains("Containers");
  }

  @Test
  void everythingOfIamAtOnceHoldsRolesAndPolicies() {
    ResourceSnapshot snapshot =
        json(
            "{'RoleDetailList': [{'Arn': 'arn:aws:iam::1:role/r', 'RoleName': 'r',"
                + " 'AttachedManagedPolicies': [{'PolicyName': 'p', 'PolicyArn':"
                + " 'arn:aws:iam::1:policy/p'}]}], 'Policies': [{'Arn': 'arn:aws:iam::1:policy/p',"
                + " 'PolicyName': 'p', 'PolicyVersionList': [{'IsDefaultVersion': true, 'Document':"
                + " {'Statement': []}}]}]}");
    Resource role = Collected.only(snapshot, "aws_iam_role");
    assertThat(Json.write(role.configuration())).contains("\"policy_name\":\"p\"");
    Resource policy = Collected.only(snapshot, "aws_iam_policy");
    assertThat(Json.write(policy.configuration())).contains("\"Statement\":[]");
  }

  @Test
  void whatIsNotRecognisedIsSkippedWithItsPlace() {
    DocumentCollector collector = new DocumentCollector(CollectorOptions.named("snap"));
    assertThat(collector.add(Json.read("{\"a\": 1}"), "x").skipped()).hasSize(1);
    assertThat(collector.add(Json.read("7"), "x").used()).isZero();
    Recognition list =
        collector.add(
            Json.read(
                "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [{\"kind\": \"Pod\","
                    + " \"apiVersion\": \"v1\", \"metadata\": {\"name\": \"a\"}}, 5]}"),
            "x");
    assertThat(list.used()).isEqualTo(1);
    assertThat(list.skipped())
        .extracting(Recognition.Skipped::position)
        .containsExactly("items[1]");
  }
}
