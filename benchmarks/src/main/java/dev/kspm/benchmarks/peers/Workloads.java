package dev.kspm.benchmarks.peers;

import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import dev.kspm.rego.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The workloads, made anew on each run and always the same. */
final class Workloads {
  private Workloads() {}

  /** All of them, in the order of their numbers. */
  static List<Workload> all() {
    return List.of(
        rbac(),
        httpIndex(1000),
        aliases(200),
        Admission.ofContainers("07-admission-1", 1),
        Admission.ofContainers("07-admission-50", 50),
        join(1000),
        groupBy(10_000));
  }

  private static Workload rbac() {
    ObjectValue data =
        object(
            Map.of(
                "roles_of",
                Map.of(
                    "alice", List.of("admin"),
                    "bob", List.of("employee", "billing"),
                    "eve", List.of("customer")),
                "grants",
                Map.of(
                    "customer", grants("read:dog", "read:cat", "adopt:dog", "adopt:cat"),
                    "employee", grants("read:dog", "read:cat", "update:dog", "update:cat"),
                    "billing", grants("read:finance", "update:finance"))));
    List<Value> inputs = new ArrayList<>();
    for (String user : List.of("alice", "bob", "eve", "mallory")) {
      for (String action : List.of("read", "update", "adopt")) {
        for (String type : List.of("dog", "finance")) {
          inputs.add(object(Map.of("user", user, "action", action, "type", type)));
        }
      }
    }
    String module =
        """
        package rbac

        default allow := false

        allow if is_admin

        allow if {
          some grant in granted
          grant.action == input.action
          grant.type == input.type
        }

        is_admin if "admin" in data.roles_of[input.user]

        granted contains grant if {
          some role in data.roles_of[input.user]
          some grant in data.grants[role]
        }
        """;
    return new Workload("01-rbac", "data.rbac.allow", List.of(module), data, inputs);
  }

  private static List<Map<String, String>> grants(String... actionsAndTypes) {
    List<Map<String, String>> grants = new ArrayList<>();
    for (String both : actionsAndTypes) {
      String[] parts = both.split(":", 2);
      grants.add(Map.of("action", parts[0], "type", parts[1]));
    }
    return grants;
  }

  private static Workload httpIndex(int rules) {
    List<String> methods = List.of("GET", "POST", "PUT", "DELETE");
    StringBuilder module = new StringBuilder("package http\n\ndefault allow := false\n");
    for (int i = 0; i < rules; i++) {
      module.append(
          """

          allow if {
            input.method == "%s"
            some id
            input.path = ["v1", "things%d", id]
            input.user == id
          }
          """
              .formatted(methods.get(i % 4), i));
    }
    List<Value> inputs = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      int rule = i * 31 % rules;
      // Every second one is a hit; the misses fail at the method, the path or the user.
      String method = methods.get((rule + (i % 8 == 1 ? 1 : 0)) % 4);
      String thing = "things" + (i % 8 == 3 ? rules + rule : rule);
      String user = i % 4 == 1 || i % 8 == 7 ? "somebody" : "user" + i;
      inputs.add(
          object(Map.of("method", method, "path", List.of("v1", thing, "user" + i), "user", user)));
    }
    return Workload.of("03-http-index", "data.http.allow", module.toString(), inputs);
  }

  private static Workload aliases(int rules) {
    StringBuilder module =
        new StringBuilder("package aliases\n\ndefault allow := false\n\npath := input.path\n");
    for (int i = 0; i < rules; i++) {
      module.append("\nallow if path == [\"endpoint%d\"]\n".formatted(i));
    }
    List<Value> inputs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      // The last rules hit, and one input hits none.
      int rule = i == 7 ? rules : rules - 1 - i;
      inputs.add(object(Map.of("path", List.of("endpoint" + rule))));
    }
    return Workload.of("05-aliases", "data.aliases.allow", module.toString(), inputs);
  }

  private static Workload join(int size) {
    String module =
        """
        package join

        pairs contains [a.id, b.id] if {
          some a in input.left
          some b in input.right
          a.key == b.key
        }
        """;
    List<Value> inputs = new ArrayList<>();
    for (int shift : new int[] {0, size / 2}) {
      List<Map<String, Object>> left = new ArrayList<>();
      List<Map<String, Object>> right = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        left.add(Map.of("id", "l" + i, "key", "k" + i));
        right.add(Map.of("id", "r" + i, "key", "k" + (i * 7 % size + shift)));
      }
      inputs.add(object(Map.of("left", left, "right", right)));
    }
    return Workload.of("11-join", "data.join.pairs", module, inputs);
  }

  private static Workload groupBy(int size) {
    String module =
        """
        package grouping

        by_interface := {name: ports |
          some listener in input.listeners
          name := listener.interface
          ports := [other.port | some other in input.listeners; other.interface == name]
        }
        """;
    List<Map<String, Object>> listeners = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      listeners.add(Map.of("interface", "eth" + i * 13 % 64, "port", 1024 + i));
    }
    return Workload.of(
        "12-group-by",
        "data.grouping.by_interface",
        module,
        List.of(object(Map.of("listeners", listeners))));
  }

  /** Through JSON, so that nothing is adapted: engines are given what a reader would give them. */
  static ObjectValue object(Map<String, ?> map) {
    return (ObjectValue) dev.kspm.rego.Json.read(dev.kspm.rego.Json.write(Values.of(map)));
  }
}
