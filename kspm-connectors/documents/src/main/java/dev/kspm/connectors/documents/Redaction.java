package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of what enters. Stateless and thread-safe.
 *
 * <p>Data of secrets and of config maps that no rule asked for is dropped; literal values of
 * environment variables, arguments and addresses that carry credentials, and annotations outside an
 * allow-list are replaced by {@code <redacted>}, so that a rule still sees that something is there.
 */
public final class Redaction {
  static final StringValue REDACTED = StringValue.of("<redacted>");

  private static final Pattern CREDENTIAL_FLAG =
      Pattern.compile(
          "(?i)^(-{0,2}[\\w.-]*(?:password|passwd|secret|token|api-?key|access-?key|credential)"
              + "[\\w.-]*)=(.+)$",
          Pattern.DOTALL);
  private static final Pattern BARE_CREDENTIAL_FLAG =
      Pattern.compile(
          "(?i)^-{1,2}[\\w.-]*(?:password|passwd|secret|token|api-?key|access-?key|credential)s?$");

  /** Flags that only name a file, an object or a number. */
  private static final Pattern HARMLESS_FLAG =
      Pattern.compile(
          "(?i).*(?:-(?:file|path|dir|name|namespace|ttl|auth|expiration|lookup|url|mode|audience|audiences|format|header|headers|threshold|interval|duration)"
              + "|-token-auth)$");

  private static final Pattern USER_INFO = Pattern.compile("(://[^/\\s:@]*):[^/\\s@]+@");
  private static final Pattern AWS_KEY = Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b");

  private static final List<String> KNOWN_ANNOTATIONS =
      List.of(
          "kubernetes.io",
          "k8s.io",
          "eks.amazonaws.com",
          "azure.workload.identity",
          "kubernetes.azure.com",
          "iam.gke.io",
          "cert-manager.io",
          "istio.io",
          "linkerd.io");
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
  private static final Set<String> CONTAINERS =
      Set.of("containers", "initContainers", "ephemeralContainers");

  private Redaction() {}

  /** An object of the Kubernetes API without its secrets. */
  static ObjectValue object(ObjectValue object, Set<String> openConfigMaps) {
    ObjectValue.Builder clean = ObjectValue.builder();
    String kind = Fields.text(object, "kind");
    boolean closed =
        kind.equals("Secret")
            || kind.equals("ConfigMap")
                && !openConfigMaps.contains(
                    Fields.text(object, "metadata", "namespace")
                        + "/"
                        + Fields.text(object, "metadata", "name"));
    object.forEach(
        (key, value) -> {
          String name = key instanceof StringValue text ? text.value() : "";
          if (closed && (name.endsWith("ata") && !name.equals("metadata"))) {
            return; // data, stringData, binaryData
          } else if (name.equals("metadata") && value instanceof ObjectValue metadata) {
            clean.put(key, metadata(metadata));
          } else {
            clean.put(key, name.equals("data") ? value : value(value));
          }
        });
    return clean.build();
  }

  private static ObjectValue metadata(ObjectValue metadata) {
    ObjectValue.Builder clean = ObjectValue.builder();
    metadata.forEach(
        (key, value) -> {
          String name = key instanceof StringValue text ? text.value() : "";
          if (name.equals("annotations") && value instanceof ObjectValue annotations) {
            clean.put(key, annotations(annotations));
          } else if (!name.equals("managedFields")) {
            clean.put(key, value);
          }
        });
    return clean.build();
  }

  private static ObjectValue annotations(ObjectValue annotations) {
    ObjectValue.Builder clean = ObjectValue.builder();
    annotations.forEach(
        (key, value) -> {
          String name = key instanceof StringValue text ? text.value() : "";
          if (!name.equals(LAST_APPLIED)) {
            clean.put(key, isKnown(name) ? value : REDACTED);
          }
        });
    return clean.build();
  }

  private static boolean isKnown(String annotation) {
    int slash = annotation.indexOf('/');
    String domain = slash < 0 ? "" : annotation.substring(0, slash);
    return KNOWN_ANNOTATIONS.stream()
        .anyMatch(known -> domain.equals(known) || domain.endsWith("." + known));
  }

  private static Value value(Value value) {
    if (value instanceof ArrayValue array) {
      ArrayValue.Builder elements = ArrayValue.builder();
      array.forEach(element -> elements.add(value(element)));
      return elements.build();
    } else if (value instanceof ObjectValue object) {
      ObjectValue.Builder clean = ObjectValue.builder();
      object.forEach(
          (key, member) -> {
            String name = key instanceof StringValue text ? text.value() : "";
            if (CONTAINERS.contains(name) && member instanceof ArrayValue containers) {
              clean.put(key, containers(containers));
            } else if (name.equals("metadata") && member instanceof ObjectValue metadata) {
              clean.put(key, metadata(metadata)); // of a pod template
            } else {
              clean.put(key, value(member));
            }
          });
      return clean.build();
    }
    return value;
  }

  private static ArrayValue containers(ArrayValue containers) {
    ArrayValue.Builder clean = ArrayValue.builder();
    containers.forEach(
        container ->
            clean.add(container instanceof ObjectValue object ? container(object) : container));
    return clean.build();
  }

  private static ObjectValue container(ObjectValue container) {
    ObjectValue.Builder clean = ObjectValue.builder();
    container.forEach(
        (key, value) -> {
          String name = key instanceof StringValue text ? text.value() : "";
          if (name.equals("env")) {
            clean.put(key, environment(value));
          } else if ((name.equals("args") || name.equals("command"))
              && value instanceof ArrayValue arguments) {
            clean.put(key, arguments(arguments));
          } else {
            clean.put(key, value);
          }
        });
    return clean.build();
  }

  private static Value environment(Value variables) {
    if (!(variables instanceof ArrayValue)) {
      return variables;
    }
    ArrayValue.Builder clean = ArrayValue.builder();
    for (Value variable : Fields.elements(variables)) {
      boolean literal =
          variable instanceof ObjectValue && !Fields.text(variable, "value").isEmpty();
      clean.add(
          literal ? ((ObjectValue) variable).with(StringValue.of("value"), REDACTED) : variable);
    }
    return clean.build();
  }

  /** A command line without the values of flags that look like credentials. */
  public static ArrayValue arguments(ArrayValue arguments) {
    ArrayValue.Builder clean = ArrayValue.builder();
    boolean redactNext = false;
    for (Value argument : arguments) {
      if (!(argument instanceof StringValue text)) {
        clean.add(argument);
        redactNext = false;
        continue;
      }
      boolean flag = text.value().startsWith("-");
      clean.add(redactNext && !flag ? REDACTED : argument(text));
      redactNext =
          BARE_CREDENTIAL_FLAG.matcher(text.value()).matches()
              && !HARMLESS_FLAG.matcher(text.value()).matches();
    }
    return clean.build();
  }

  private static StringValue argument(StringValue argument) {
    Matcher flag = CREDENTIAL_FLAG.matcher(argument.value());
    if (flag.matches()
        && !HARMLESS_FLAG.matcher(flag.group(1)).matches()
        && !flag.group(2).matches("true|false|[0-9]+|/.*")) {
      return StringValue.of(flag.group(1) + "=" + REDACTED.value());
    }
    return withoutCredentials(argument);
  }

  /** A text without the password of an address and without access keys of AWS. */
  static StringValue withoutCredentials(StringValue text) {
    String value = text.value();
    if (value.contains("://") || value.contains("KIA") || value.contains("SIA")) {
      String clean =
          AWS_KEY
              .matcher(USER_INFO.matcher(value).replaceAll("$1:" + REDACTED.value() + "@"))
              .replaceAll(REDACTED.value());
      return clean.equals(value) ? text : StringValue.of(clean);
    }
    return text;
  }
}
