package dev.kspm.readme;

import dev.kspm.rego.CompiledPolicy;
import dev.kspm.rego.Json;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.PreparedQuery;
import dev.kspm.rego.QueryResult;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.Session;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.value.Values;
import java.util.List;
import java.util.Map;

/** The program of docs/rego.md; what stands between the markers is shown there. */
final class EmbeddedPolicy {
  private EmbeddedPolicy() {}

  public static void main(String[] args) {
    // README begins
    String text =
        """
        package quota
        over contains team if {
          some team, used in input.used
          used > limit(team)
        }
        limit(team) := object.get(input.limits, team, 10)
        """;
    RegoEngine engine = RegoEngine.create(); // immutable; so is all that comes out of it
    CompiledPolicy policy = engine.compile(List.of(PolicySource.of("quota.rego", text)));
    PreparedQuery over = policy.prepare("data.quota.over");

    Map<String, Object> input =
        Map.of("used", Map.of("web", 12, "db", 7), "limits", Map.of("db", 5));
    QueryResult result = over.evaluate(Values.of(input)); // maps, lists and numbers are adapted
    System.out.println(Json.write(result.value()));

    Session session = policy.session(Values.of(input)); // many questions about one input share work
    System.out.println(session.call("data.quota.limit", Values.of("web")));
    try {
      engine.compile(List.of(PolicySource.of("broken.rego", "package quota\nover := limt(1)")));
    } catch (CompileException broken) {
      broken.diagnostics().forEach(System.out::println);
    }
    // README ends
  }
}
