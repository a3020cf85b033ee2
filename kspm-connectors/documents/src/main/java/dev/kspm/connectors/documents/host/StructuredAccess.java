package dev.kspm.connectors.documents.host;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.List;

/**
 * What the API server's files on authentication and authorization say in the place of flags: with
 * {@code --authorization-config} the modes are in the file, and {@code --authentication-config} may
 * tell whether anonymous requests are served. Not thread-safe.
 */
final class StructuredAccess {
  private static final String MODES = "authorization-mode";
  private static final String ANONYMOUS = "anonymous-auth";

  private final NodeFiles files;
  private final NodeGaps gaps;
  private final Flags flags;
  private final EffectiveSettings settings;

  StructuredAccess(NodeFiles files, NodeGaps gaps, Flags flags, EffectiveSettings settings) {
    this.files = files;
    this.gaps = gaps;
    this.flags = flags;
    this.settings = settings;
  }

  /** Settles both, before defaults are filled in. */
  void derive() {
    if (!flags.has(MODES)) {
      flags.value("authorization-config").ifPresent(this::modes);
    }
    if (!flags.has(ANONYMOUS)) {
      flags.value("authentication-config").ifPresent(this::anonymous);
    }
  }

  private void modes(String path) {
    Value content = files.content(path);
    ArrayValue.Builder modes = ArrayValue.builder();
    int authorizers = 0;
    int known = 0;
    if (content != null
        && KubeletConfig.at(content, List.of("authorizers")) instanceof ArrayValue list) {
      authorizers = list.size();
      for (Value authorizer : list) {
        if (KubeletConfig.at(authorizer, List.of("type")) instanceof StringValue type) {
          modes.add(type);
          known++;
        }
      }
    }
    if (known > 0 && known == authorizers) {
      settings.derived(MODES, modes.build(), path);
    } else {
      open(MODES, path, " has no list of authorizers");
    }
  }

  private void anonymous(String path) {
    Value content = files.content(path);
    if (content == null || files.broken(path).isPresent()) {
      open(ANONYMOUS, path, " is missing");
    } else if (KubeletConfig.at(content, List.of("anonymous", "enabled"))
        instanceof BooleanValue enabled) {
      settings.derived(ANONYMOUS, enabled, path);
    }
  }

  private void open(String setting, String path, String otherwise) {
    settings.withhold(setting);
    gaps.add(
        path + files.broken(path).orElse(otherwise),
        "effective",
        Component.API_SERVER.key,
        setting);
  }
}
