package dev.kspm.framework;

import java.util.List;
import java.util.stream.Stream;

/**
 * A benchmark in one version: requirements, their controls, and through them rules. Immutable and
 * thread-safe.
 *
 * @param id such as {@code cis-eks}
 * @param version such as {@code 1.8.0}
 * @param title for people
 * @param kubernetesVersions the first and last minor version of Kubernetes that it is made for;
 *     empty for any
 * @param builtIn whether it comes with a pack; custom ones do not
 * @param requirements in the framework's order
 */
public record Framework(
    String id,
    String version,
    String title,
    List<String> kubernetesVersions,
    boolean builtIn,
    List<Requirement> requirements) {
  public Framework {
    kubernetesVersions = List.copyOf(kubernetesVersions);
    requirements = List.copyOf(requirements);
  }

  /** {@code id@version}, as the command line takes it. */
  public String reference() {
    return id + "@" + version;
  }

  /** All controls in the framework's order. */
  public Stream<Control> controls() {
    return requirements.stream().flatMap(requirement -> requirement.controls().stream());
  }

  /** Whether some control is decided by a rule. */
  public boolean uses(String ruleId) {
    return controls().anyMatch(control -> control.rules().contains(ruleId));
  }
}
