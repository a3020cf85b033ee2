package dev.kspm.connectors.node;

import dev.kspm.connectors.documents.host.MemoryTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The root of a host in a tar archive with modes and owners. Usable once. */
final class TarRoot {
  private final long maxFile;
  private final MemoryTree tree = new MemoryTree();
  private final List<String> refused = new ArrayList<>();

  TarRoot(long maxFile) {
    this.maxFile = maxFile;
  }

  /** Entries that were not taken, each with the reason. */
  List<String> refused() {
    return refused;
  }

  MemoryTree read(InputStream stream) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(stream);
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      String name = entry.getName();
      if (List.of(name.split("/")).contains("..")) {
        refused.add(name + ": leads out of the archive");
        continue;
      }
      int user = (int) entry.getLongUserId();
      int group = (int) entry.getLongGroupId();
      int mode = entry.getMode() & 07777;
      if (entry.isDirectory()) {
        tree.directory(name, user, group, mode);
      } else if (entry.isSymbolicLink()) {
        tree.link(name, entry.getLinkName());
      } else if (entry.isLink()) {
        tree.link(name, "/" + entry.getLinkName());
      } else if (entry.isFile()) {
        if (entry.getSize() > maxFile) {
          String reason = "larger than " + maxFile + " bytes";
          refused.add(name + ": " + reason);
          tree.unreadable(name, user, group, mode, reason);
        } else {
          tree.file(name, user, group, mode, tar.readAllBytes());
        }
      }
    }
    return tree;
  }
}
