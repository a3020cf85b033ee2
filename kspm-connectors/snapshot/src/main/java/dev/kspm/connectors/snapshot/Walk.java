package dev.kspm.connectors.snapshot;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Walks a folder, in the order of names. Links are followed as long as they stay in the folder and
 * lead to nothing that was seen on the way down. Usable once.
 */
final class Walk {
  private final Path root;
  private final Reading reading;
  private final Folder files;

  Walk(Path root, Reading reading) {
    this.root = root;
    this.reading = reading;
    this.files = new Folder(reading);
  }

  /** Takes the file or everything in the folder. */
  void run() throws IOException {
    if (Files.isDirectory(root)) {
      folder(root, new HashSet<>());
    } else {
      file(root, root.getFileName().toString());
    }
  }

  private void folder(Path folder, Set<Path> above) throws IOException {
    Path real = folder.toRealPath();
    if (!above.add(real)) {
      reading.account.skip(name(folder), "", 0, "a loop of symbolic links");
      return;
    }
    if (!real.startsWith(root.toRealPath())) {
      reading.account.lose(name(folder), "", 0, "a link out of the snapshot");
      above.remove(real);
      return;
    }
    List<Path> entries;
    try (Stream<Path> found = Files.list(folder)) {
      entries = found.sorted().toList();
    } catch (IOException e) {
      reading.account.lose(name(folder), "", 0, unreadable(e));
      above.remove(real);
      return;
    }
    Set<String> names =
        entries.stream().map(e -> e.getFileName().toString()).collect(Collectors.toSet());
    boolean node = Folder.isNode(names);
    if (node) {
      node(folder);
    }
    for (Path entry : entries) {
      entry(entry, node, above);
    }
    above.remove(real);
  }

  private void entry(Path entry, boolean ofNode, Set<Path> above) throws IOException {
    String name = entry.getFileName().toString();
    boolean taken = ofNode && Folder.NODE_FILES.contains(name);
    if (taken) {
      return;
    }
    if (!Files.exists(entry)) {
      boolean link = Files.isSymbolicLink(entry);
      reading.account.lose(
          name(entry), "", 0, link ? "a link that leads nowhere" : "cannot be read");
    } else if (Files.isDirectory(entry)) {
      folder(entry, above);
    } else {
      Path real = entry.toRealPath();
      if (real.startsWith(root.toRealPath())) {
        file(entry, name(entry));
      } else {
        reading.account.lose(name(entry), "", 0, "a link out of the snapshot");
      }
    }
  }

  private void node(Path folder) {
    long all = 0;
    try {
      String refused = "";
      for (String part : Folder.NODE_FILES) {
        Path file = folder.resolve(part);
        long size = Files.exists(file) ? Files.size(file) : 0;
        all += size;
        String refusal = reading.refusal(size);
        if (refused.isEmpty() && !refusal.isEmpty()) {
          refused = part + ": " + refusal;
        }
      }
      if (!refused.isEmpty()) {
        reading.account.lose(name(folder), "", all, refused);
        return;
      }
      Path description = folder.resolve(Folder.NODE);
      reading.countFile();
      files.node(
          name(folder),
          Files.readAllBytes(folder.resolve(Folder.HOST_ROOT)),
          Files.readAllBytes(folder.resolve(Folder.PROCESSES)),
          Files.exists(description)
              ? Optional.of(Files.readAllBytes(description))
              : Optional.empty());
    } catch (IOException e) {
      reading.account.lose(name(folder), "", all, unreadable(e));
    }
  }

  private static String unreadable(IOException e) {
    String reason =
        e instanceof AccessDeniedException
            ? "permission denied"
            : e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? "cannot be read" : "cannot be read: " + reason;
  }

  private void file(Path file, String name) throws IOException {
    reading.countFile();
    if (!Files.isRegularFile(file)) {
      reading.account.skip(name, "", 0, "not a file");
      return;
    }
    long size = Files.size(file);
    String refusal = reading.refusal(size);
    if (!refusal.isEmpty()) {
      reading.account.lose(name, "", size, refusal);
      return;
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      reading.account.lose(name, "", size, unreadable(e));
      return;
    }
    files.file(name, bytes, 0);
  }

  private String name(Path path) {
    String relative = root.relativize(path).toString().replace('\\', '/');
    return relative.isEmpty() ? root.getFileName().toString() : relative;
  }
}
