package dev.kspm.connectors.documents.host;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.Base64;
import java.util.function.BiConsumer;

/** Kubeconfigs as the node document shows them: tokens and passwords become truth values. */
final class Kubeconfigs {
  private final NodeFiles files;
  private final String path;

  Kubeconfigs(NodeFiles files, String path) {
    this.files = files;
    this.path = path;
  }

  ObjectValue document(ObjectValue wire) {
    ObjectValue.Builder document = ObjectValue.builder();
    document.put("clusters", named(wire, "clusters", "cluster", this::cluster));
    document.put("users", named(wire, "users", "user", this::user));
    document.put("contexts", named(wire, "contexts", "context", Kubeconfigs::context));
    copy(wire, "current-context", document, "currentContext");
    return document.build();
  }

  private static ObjectValue named(
      ObjectValue wire,
      String list,
      String member,
      BiConsumer<ObjectValue, ObjectValue.Builder> part) {
    ObjectValue.Builder byName = ObjectValue.builder();
    if (wire.get(list) instanceof ArrayValue entries) {
      for (Value entry : entries) {
        if (entry instanceof ObjectValue object
            && object.get("name") instanceof StringValue name
            && object.get(member) instanceof ObjectValue body) {
          ObjectValue.Builder shown = ObjectValue.builder();
          part.accept(body, shown);
          byName.put(name, shown.build());
        }
      }
    }
    return byName.build();
  }

  private void cluster(ObjectValue wire, ObjectValue.Builder shown) {
    copy(wire, "server", shown, "server");
    copy(wire, "tls-server-name", shown, "tlsServerName");
    copy(wire, "insecure-skip-tls-verify", shown, "insecureSkipTlsVerify");
    copy(wire, "proxy-url", shown, "proxyUrl");
    copy(wire, "disable-compression", shown, "disableCompression");
    certificate(wire, "certificate-authority", shown, "certificateAuthority");
  }

  private void user(ObjectValue wire, ObjectValue.Builder shown) {
    shown.put("useToken", BooleanValue.of(has(wire, "token") || has(wire, "tokenFile")));
    shown.put("usePassword", BooleanValue.of(has(wire, "password")));
    if (wire.get("exec") instanceof ObjectValue exec) {
      ObjectValue.Builder command = ObjectValue.builder();
      copy(exec, "apiVersion", command, "apiVersion");
      copy(exec, "command", command, "command");
      copy(exec, "args", command, "args");
      shown.put("exec", command.build());
    }
    certificate(wire, "client-certificate", shown, "clientCertificate");
    if (wire.get("client-key") instanceof StringValue key) {
      shown.put("clientKey", files.metadata(NodeFiles.resolve(path, key.value())));
    }
  }

  private static void context(ObjectValue wire, ObjectValue.Builder shown) {
    copy(wire, "cluster", shown, "cluster");
    copy(wire, "user", shown, "user");
    copy(wire, "namespace", shown, "namespace");
  }

  private void certificate(ObjectValue wire, String key, ObjectValue.Builder shown, String as) {
    if (wire.get(key) instanceof StringValue file && !file.value().isEmpty()) {
      shown.put(as, files.certificate(NodeFiles.resolve(path, file.value())));
    } else if (wire.get(key + "-data") instanceof StringValue data) {
      try {
        byte[] bytes = Base64.getMimeDecoder().decode(data.value());
        shown.put(as, ObjectValue.of(StringValue.of("certificate"), Certificates.document(bytes)));
      } catch (IllegalArgumentException broken) {
        shown.put(as, ObjectValue.EMPTY);
      }
    }
  }

  private static boolean has(ObjectValue wire, String key) {
    return wire.get(key) instanceof StringValue text && !text.value().isEmpty();
  }

  private static void copy(ObjectValue from, String key, ObjectValue.Builder to, String as) {
    Value value = from.get(key);
    if (value != null) {
      to.put(as, value);
    }
  }
}
