package dev.kspm.benchmarks.peers;

import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Admission reviews of pods against the constraints that clusters usually have. */
final class Admission {
  private static final String LIBRARY =
      """
      package lib.pods

      containers contains container if some container in input.review.object.spec.containers

      containers contains container if some container in input.review.object.spec.initContainers

      volumes contains volume if some volume in input.review.object.spec.volumes

      label(name) := input.review.object.metadata.labels[name]

      starts_with_any(text, prefixes) if {
        some prefix in prefixes
        startswith(text, prefix)
      }

      milli(cpu) := to_number(trim_suffix(cpu, "m")) if endswith(cpu, "m")

      milli(cpu) := to_number(cpu) * 1000 if not endswith(cpu, "m")

      mebi(memory) := to_number(trim_suffix(memory, "Mi")) if endswith(memory, "Mi")

      mebi(memory) := to_number(trim_suffix(memory, "Gi")) * 1024 if endswith(memory, "Gi")
      """;

  private static final String CONSTRAINTS =
      """
      package admission

      import data.lib.pods

      spec := input.review.object.spec

      deny contains msg if {
        some c in pods.containers
        not pods.starts_with_any(c.image, data.settings.registries)
        msg := sprintf("container <%v> has an image of an unknown registry: <%v>", [c.name, c.image])
      }

      deny contains msg if {
        some c in pods.containers
        endswith(c.image, ":latest")
        msg := sprintf("container <%v> uses the tag latest", [c.name])
      }

      deny contains msg if {
        some c in pods.containers
        not contains(c.image, ":")
        msg := sprintf("container <%v> has an image without a tag", [c.name])
      }

      deny contains msg if {
        some c in pods.containers
        c.securityContext.privileged
        msg := sprintf("container <%v> is privileged", [c.name])
      }

      deny contains msg if {
        some c in pods.containers
        not c.securityContext.readOnlyRootFilesystem == true
        msg := sprintf("container <%v> can write to its root file system", [c.name])
      }

      deny contains msg if {
        some c in pods.containers
        c.securityContext.allowPrivilegeEscalation != false
        msg := sprintf("container <%v> may gain privileges", [c.name])
      }

      deny contains msg if {
        some c in pods.containers
        some added in c.securityContext.capabilities.add
        not added in data.settings.capabilities
        msg := sprintf("container <%v> adds the capability <%v>", [c.name, added])
      }

      deny contains msg if {
        some c in pods.containers
        dropped := {d | some d in c.securityContext.capabilities.drop}
        missing := {"ALL"} - dropped
        count(missing) > 0
        msg := sprintf("container <%v> does not drop %v", [c.name, missing])
      }

      deny contains msg if {
        some c in pods.containers
        some limit in ["cpu", "memory"]
        not c.resources.limits[limit]
        msg := sprintf("container <%v> has no limit for %v", [c.name, limit])
      }

      deny contains msg if {
        some c in pods.containers
        pods.milli(c.resources.limits.cpu) > data.settings.max_cpu
        msg := sprintf("container <%v> asks for too much cpu: <%v>", [c.name, c.resources.limits.cpu])
      }

      deny contains msg if {
        some c in pods.containers
        pods.mebi(c.resources.limits.memory) > data.settings.max_memory
        msg := sprintf("container <%v> asks for too much memory", [c.name])
      }

      deny contains msg if {
        some c in pods.containers
        some probe in data.settings.probes
        not c[probe]
        msg := sprintf("container <%v> has no %v", [c.name, probe])
      }

      deny contains msg if {
        some c in pods.containers
        some port in c.ports
        port.hostPort
        not port.hostPort in data.settings.host_ports
        msg := sprintf("container <%v> takes the port %d of its host", [c.name, port.hostPort])
      }

      deny contains msg if {
        some c in pods.containers
        some e in c.env
        regex.match(`(?i)(password|secret|token)`, e.name)
        e.value
        msg := sprintf("container <%v> has a secret in its environment: %v", [c.name, e.name])
      }

      deny contains msg if {
        some share in ["hostPID", "hostIPC", "hostNetwork"]
        spec[share]
        msg := sprintf("the pod shares %v", [share])
      }

      deny contains msg if {
        some volume in pods.volumes
        some kind, _ in volume
        not kind in {"name", "configMap", "secret", "emptyDir", "projected"}
        msg := sprintf("volume <%v> is of the forbidden type %v", [volume.name, kind])
      }

      deny contains msg if {
        some volume in pods.volumes
        path := volume.hostPath.path
        not pods.starts_with_any(path, data.settings.host_paths)
        msg := sprintf("volume <%v> mounts %v", [volume.name, path])
      }

      deny contains msg if {
        some name, pattern in data.settings.labels
        not regex.match(pattern, pods.label(name))
        msg := sprintf("label <%v> is missing or does not match <%v>", [name, pattern])
      }

      deny contains msg if {
        user := spec.securityContext.runAsUser
        user == 0
        msg := "the pod runs as root"
      }

      deny contains msg if {
        spec.automountServiceAccountToken != false
        spec.serviceAccountName == "default"
        msg := "the pod mounts the token of the default service account"
      }

      deny contains msg if {
        names := [c.name | some c in spec.containers]
        count(names) != count({n | some n in names})
        msg := "two containers have the same name"
      }
      """;

  private Admission() {}

  static Workload ofContainers(String name, int containers) {
    ObjectValue settings =
        Workloads.object(
            Map.of(
                "settings",
                Map.of(
                    "registries", List.of("registry.example.com/", "mirror.example.com/"),
                    "capabilities", List.of("NET_BIND_SERVICE", "CHOWN"),
                    "probes", List.of("livenessProbe", "readinessProbe"),
                    "host_ports", List.of(80, 443),
                    "host_paths", List.of("/var/log/", "/etc/ssl/"),
                    "max_cpu", 4000,
                    "max_memory", 8192,
                    "labels", Map.of("team", "^[a-z]+$", "app", "^[a-z0-9-]+$"))));
    List<Value> inputs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      inputs.add(Workloads.object(Map.of("review", review(i, containers))));
    }
    return new Workload(
        name, "data.admission.deny", List.of(LIBRARY, CONSTRAINTS), settings, inputs);
  }

  private static Map<String, Object> review(int number, int containers) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < containers; i++) {
      // One container in five is careless.
      all.add(container(number, i, (number + i) % 5 == 0));
    }
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("containers", all);
    spec.put("serviceAccountName", number == 1 ? "default" : "web");
    spec.put("hostNetwork", number == 2);
    spec.put("securityContext", Map.of("runAsUser", number == 3 ? 0 : 1000));
    spec.put(
        "volumes",
        List.of(
            Map.of("name", "settings", "configMap", Map.of("name", "web")),
            Map.of("name", "host", "hostPath", Map.of("path", "/var/log/web" + number))));
    return Map.of(
        "kind", Map.of("group", "", "version", "v1", "kind", "Pod"),
        "operation", "CREATE",
        "object",
            Map.of(
                "metadata",
                Map.of(
                    "name",
                    "web-" + number,
                    "namespace",
                    "shop",
                    "labels",
                    Map.of("app", "web-" + number, "team", number == 2 ? "B2" : "shop")),
                "spec",
                spec));
  }

  private static Map<String, Object> container(int pod, int i, boolean careless) {
    Map<String, Object> container = new LinkedHashMap<>();
    container.put("name", "c" + i);
    container.put(
        "image", (careless ? "docker.io/web" : "registry.example.com/web-" + pod + ":1." + i));
    container.put(
        "env",
        List.of(
            Map.of("name", "LANG", "value", "C.UTF-8"),
            Map.of("name", careless ? "DB_PASSWORD" : "DB_HOST", "value", "db" + i)));
    container.put("ports", List.of(Map.of("containerPort", 8080 + i)));
    if (!careless) {
      container.put("livenessProbe", Map.of("httpGet", Map.of("path", "/live", "port", 8080)));
      container.put("readinessProbe", Map.of("httpGet", Map.of("path", "/ready", "port", 8080)));
    }
    container.put(
        "resources",
        Map.of("limits", Map.of("cpu", careless ? "8" : "500m", "memory", (i + 1) * 64 + "Mi")));
    container.put(
        "securityContext",
        Map.of(
            "privileged", careless,
            "allowPrivilegeEscalation", careless,
            "readOnlyRootFilesystem", !careless,
            "capabilities",
                Map.of("add", List.of(careless ? "SYS_ADMIN" : "CHOWN"), "drop", List.of("ALL"))));
    return container;
  }
}
