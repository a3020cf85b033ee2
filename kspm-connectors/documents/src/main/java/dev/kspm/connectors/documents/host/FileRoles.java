package dev.kspm.connectors.documents.host;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files that matter for security, by role, with owner and permission bits. Not thread-safe. */
final class FileRoles {
  private static final int DEEPEST = 32;

  private final HostTree tree;
  private final NodeGaps gaps;
  private final ObjectValue.Builder roles = ObjectValue.builder();

  FileRoles(HostTree tree, NodeGaps gaps) {
    this.tree = tree;
    this.gaps = gaps;
  }

  ObjectValue build() {
    return roles.build();
  }

  /** The files among these paths that exist. */
  void files(String role, List<String> paths) {
    ArrayValue.Builder found = ArrayValue.builder();
    for (String path : new LinkedHashSet<>(paths)) {
      stat(role, path).ifPresent(file -> found.add(document(file)));
    }
    put(role, found);
  }

  /** All files below folders; folders too if wanted. */
  void below(String role, List<String> folders, boolean withFolders, Set<String> suffixes) {
    ArrayValue.Builder found = ArrayValue.builder();
    for (String folder : folders) {
      walk(role, folder, 0, withFolders, suffixes, found);
    }
    put(role, found);
  }

  private void put(String role, ArrayValue.Builder found) {
    if (found.size() > 0) {
      roles.put(role, found.build());
    }
  }

  private void walk(
      String role,
      String path,
      int depth,
      boolean withFolders,
      Set<String> suffixes,
      ArrayValue.Builder found) {
    Optional<HostFile> file = stat(role, path);
    if (file.isEmpty()) {
      return;
    }
    if (!file.get().directory()) {
      if (suffixes.isEmpty() || suffixes.stream().anyMatch(path::endsWith)) {
        found.add(document(file.get()));
      }
      return;
    }
    if (withFolders) {
      found.add(document(file.get()));
    }
    if (depth >= DEEPEST) {
      unreadable(role, path, "too many levels of folders");
      return;
    }
    for (String name : list(role, path)) {
      walk(role, path + "/" + name, depth + 1, withFolders, suffixes, found);
    }
  }

  private List<String> list(String role, String path) {
    try {
      return new ArrayList<>(tree.list(path));
    } catch (IOException e) {
      unreadable(role, path, e.getMessage());
      return List.of();
    }
  }

  private Optional<HostFile> stat(String role, String path) {
    try {
      return tree.stat(path);
    } catch (IOException e) {
      unreadable(role, path, e.getMessage());
      return Optional.empty();
    }
  }

  private void unreadable(String role, String path, @org.jspecify.annotations.Nullable String why) {
    String reason = path + " cannot be read: " + why;
    gaps.error(reason);
    gaps.add(reason, "effective", "files", role);
  }

  private static ObjectValue document(HostFile file) {
    return ObjectValue.builder()
        .put("path", StringValue.of(file.path()))
        .put("user", StringValue.of(file.user()))
        .put("group", StringValue.of(file.group()))
        .put("mode", NumberValue.of(file.mode() & 07777))
        .build();
  }
}
