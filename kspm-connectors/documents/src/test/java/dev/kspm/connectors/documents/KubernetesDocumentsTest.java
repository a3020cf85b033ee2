package dev.kspm.connectors.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.Json;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.Relation;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceSnapshot;
import org.junit.jupiter.api.Test;

final class KubernetesDocumentsTest {
  private static final String KUBE_SYSTEM =
      "{apiVersion: v1, kind: Namespace, metadata: {name: kube-system, uid: u-1}}\n---\n";
  private static final String WORKLOAD =
      KUBE_SYSTEM
          + """
          {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {}}
          ---
          apiVersion: apps/v1
          kind: ReplicaSet
          metadata:
            name: web-1
            namespace: shop
            ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, controller: true}]
          ---
          apiVersion: v1
          kind: Pod
          metadata:
            name: web-1-a
            namespace: shop
            labels: {app: web}
            managedFields: [{manager: kubectl}]
            annotations:
              secret.example.com/token: hush
              eks.amazonaws.com/role-arn: arn:aws:iam::1:role/web
              kubectl.kubernetes.io/last-applied-configuration: hush
            ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-1, controller: true}]
          spec:
            nodeName: n1
            serviceAccountName: web
            containers:
            - name: web
              image: web
              args: [--token=hush, --port=80, --password, hush, --tls-secret-name=cert,
                     "--db=postgres://u:hush@db/x"]
              env:
              - {name: PASSWORD, value: hush}
              - {name: KEY, valueFrom: {secretKeyRef: {name: s, key: k}}}
          ---
          {apiVersion: v1, kind: Secret, metadata: {name: s, namespace: shop}, data: {k: hush},
           stringData: {k: hush}, type: Opaque}
          ---
          {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: shop}, data: {k: hush}}
          ---
          {apiVersion: v1, kind: ConfigMap, metadata: {name: aws-auth, namespace: kube-system},
           data: {mapUsers: open}}
          """;

  @Test
  void aPodIsFiledUnderItsTopOwner() {
    ResourceSnapshot snapshot = Collected.yaml(WORKLOAD);
    Resource pod = Collected.only(snapshot, "kubernetes_pod");
    assertThat(pod.key().value()).isEqualTo("u-1/apps/Deployment/shop/web");
    assertThat(pod.objectKey().value()).isEqualTo("u-1/core/Pod/shop/web-1-a");
    assertThat(pod.name()).isEqualTo("Pod/shop/web-1-a");
    assertThat(pod.tags()).containsExactly("app:web");
    assertThat(pod.relations())
        .extracting(Relation::toString)
        .anyMatch(relation -> relation.contains("owner") && relation.contains("web-1"))
        .anyMatch(relation -> relation.contains("node") && relation.contains("core/Node//n1"))
        .anyMatch(relation -> relation.contains("ServiceAccount/shop/web"));
    assertThat(snapshot.clusters().get(0).goesBy("snap")).isTrue();
  }

  @Test
  void secretsDoNotEnter() {
    ResourceSnapshot snapshot = Collected.yaml(WORKLOAD);
    for (Resource resource : snapshot.resources()) {
      SampleDocumentsTest.validate(resource);
      assertThat(Json.write(resource.configuration())).doesNotContain("hush");
    }
    String pod = Json.write(Collected.only(snapshot, "kubernetes_pod").configuration());
    assertThat(pod)
        .contains("--port=80", "secretKeyRef", "arn:aws:iam::1:role/web", "--tls-secret-name=cert")
        .doesNotContain("managedFields", "last-applied");
    assertThat(snapshot.resources())
        .filteredOn(r -> r.type().equals("kubernetes_config_map"))
        .extracting(r -> Json.write(r.configuration()).contains("open"))
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void aStaticPodStandsForItself() {
    Resource pod =
        Collected.only(
            Collected.yaml(
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: etcd-n1
                  namespace: kube-system
                  ownerReferences: [{apiVersion: v1, kind: Node, name: n1, controller: true}]
                ---
                {apiVersion: v1, kind: Node, metadata: {name: n1}}
                """),
            "kubernetes_pod");
    assertThat(pod.key()).isEqualTo(pod.objectKey());
    assertThat(pod.key().value()).isEqualTo("snap/core/Pod/kube-system/etcd-n1");
  }

  @Test
  void ownersInACircleEndSomewhere() {
    String circle =
        """
        {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: x, ownerReferences:
          [{apiVersion: v1, kind: Pod, name: b, controller: true}]}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: b, namespace: x, ownerReferences:
          [{apiVersion: v1, kind: Pod, name: a, controller: true}]}}
        """;
    assertThat(Collected.yaml(circle).resources()).hasSize(2);
  }

  @Test
  void onlyAnInventoryTellsThatAKindIsEmpty() {
    assertThat(state(Collected.yaml(WORKLOAD), "kubernetes_network_policy")).isNull();
    String inventory =
        WORKLOAD
            + """
            ---
            {apiVersion: v1, kind: ServiceAccount, metadata: {name: a, namespace: shop}}
            ---
            {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: a, namespace: x}}
            ---
            {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: a}}
            ---
            {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding,
             metadata: {name: a, namespace: x}}
            ---
            {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: a}}
            """;
    ResourceSnapshot whole = Collected.yaml(inventory);
    assertThat(state(whole, "kubernetes_network_policy")).isEqualTo(Completeness.State.ABSENT);
    assertThat(state(whole, "kubernetes_pod")).isEqualTo(Completeness.State.COMPLETE);
    assertThat(state(whole, "kubernetes_persistent_thing")).isNull();
  }

  @Test
  void anEmptyListWithAKindTellsThatThereAreNone() {
    ResourceSnapshot snapshot =
        Collected.yaml(
            KUBE_SYSTEM + "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicyList, items: []}");
    assertThat(state(snapshot, "kubernetes_network_policy")).isEqualTo(Completeness.State.COMPLETE);
  }

  private static Completeness.State state(ResourceSnapshot snapshot, String type) {
    return snapshot.completeness().stream()
        .filter(word -> word.resourceType().equals(type))
        .map(Completeness::state)
        .findFirst()
        .orElse(null);
  }

  @Test
  void severalClustersAreToldApartByTheirFolders() {
    DocumentCollector collector = new DocumentCollector(CollectorOptions.named("snap"));
    for (String cluster : new String[] {"a", "b"}) {
      collector.add(
          Json.read(
              "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"kube-system\","
                  + "\"uid\":\"uid-"
                  + cluster
                  + "\"}}"),
          cluster + "/namespaces.json");
      collector.add(
          Json.read("{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"n\"}}"),
          cluster + "/nodes.json");
    }
    ResourceSnapshot snapshot = Collected.read(collector);
    assertThat(snapshot.clusters()).hasSize(2);
    assertThat(snapshot.resources())
        .filteredOn(r -> r.type().equals("kubernetes_node"))
        .extracting(r -> r.key().value())
        .containsExactlyInAnyOrder("uid-a/core/Node//n", "uid-b/core/Node//n");
  }

  @Test
  void theObjectOfANodeTellsTheVersionOfItsKubelet() {
    String host = "{\"version\":\"1\",\"name\":\"n\",\"components\":{\"kubelet\":{}}}";
    String object =
        "{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"n\"},"
            + "\"status\":{\"nodeInfo\":{\"kubeletVersion\":\"v1.26.1\"}}}";
    for (String version : new String[] {"v1.26.1", "v1.34.0"}) {
      DocumentCollector collector = new DocumentCollector(CollectorOptions.named("snap"));
      collector.add(Json.read(host), "host.json");
      collector.add(Json.read(object.replace("v1.26.1", version)), "nodes.json");
      assertThat(
              Json.write(
                  Collected.only(Collected.read(collector), "kubernetes_worker_node")
                      .configuration()))
          .contains(
              "\"event-qps\":{\"path\":null,\"source\":\"default\",\"value\":"
                  + (version.equals("v1.26.1") ? 5 : 50)
                  + "}");
    }
  }

  @Test
  void aCloudClusterGivesItsNameToTheObjects() {
    DocumentCollector collector = new DocumentCollector(CollectorOptions.named("snap"));
    collector.add(
        Json.read("{\"cluster\":{\"name\":\"a\",\"arn\":\"arn:aws:eks:r:1:cluster/a\"}}"),
        "cluster.json");
    collector.add(
        Json.read(
            "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"kube-system\","
                + "\"uid\":\"u\"}}"),
        "n.json");
    ResourceSnapshot snapshot = Collected.read(collector);
    assertThat(Collected.only(snapshot, "kubernetes_namespace").key().value())
        .isEqualTo("arn:aws:eks:r:1:cluster/a/core/Namespace//kube-system");
    assertThat(snapshot.clusters()).hasSize(1);
    assertThat(snapshot.clusters().get(0).aliases()).containsExactly("u", "snap");
  }
}
