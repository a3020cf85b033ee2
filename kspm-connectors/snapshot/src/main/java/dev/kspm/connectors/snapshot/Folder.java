package dev.kspm.connectors.snapshot;

import dev.kspm.connectors.documents.host.NodeDescription;
import dev.kspm.connectors.documents.host.NodeDocument;
import dev.kspm.connectors.documents.host.NodeReader;
import dev.kspm.resource.ConnectorException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Files by path, from a folder or an archive: archives among them are opened, folders of nodes are
 * read as nodes, the rest as documents. Usable once.
 */
final class Folder {
  static final String HOST_ROOT = "hostroot.tar";
  static final String PROCESSES = "processes.json";
  static final String NODE = "node.json";
  static final List<String> NODE_FILES = List.of(HOST_ROOT, PROCESSES, NODE);
  private static final int DEEPEST = 4;

  private final Reading reading;

  Folder(Reading reading) {
    this.reading = reading;
  }

  /** Takes the files of an archive. */
  void archive(String source, Map<String, byte[]> files, int depth) {
    Map<String, Set<String>> folders = new TreeMap<>();
    files
        .keySet()
        .forEach(
            path ->
                folders
                    .computeIfAbsent(parent(path), p -> new java.util.TreeSet<>())
                    .add(path.substring(parent(path).length())));
    files.forEach(
        (path, bytes) -> {
          String folder = parent(path);
          String name = path.substring(folder.length());
          boolean node = isNode(folders.getOrDefault(folder, Set.of()));
          byte[] processes = files.get(folder + PROCESSES);
          if (node && name.equals(HOST_ROOT) && processes != null) {
            node(
                source + "!" + folder,
                bytes,
                processes,
                Optional.ofNullable(files.get(folder + NODE)));
          } else if (!node || !name.equals(PROCESSES) && !name.equals(NODE)) {
            file(source + "!" + path, bytes, depth);
          }
        });
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** Whether a folder with these names is that of a node. */
  static boolean isNode(Set<String> names) {
    return names.contains(HOST_ROOT) && names.contains(PROCESSES);
  }

  /** Takes one file, which may be an archive. */
  void file(String source, byte[] bytes, int depth) {
    Archives.Kind kind = Archives.kind(bytes);
    if (kind == Archives.Kind.NONE) {
      reading.text(source, bytes);
      return;
    }
    if (depth >= DEEPEST) {
      reading.account.lose(source, "", bytes.length, "an archive in too many archives");
      return;
    }
    try {
      if (kind == Archives.Kind.GZIP) {
        gzip(source, bytes, depth);
      } else {
        Map<String, byte[]> files = Archives.files(source, bytes, kind, reading);
        archive(source, files, depth + 1);
      }
    } catch (IOException e) {
      String reason = e.getMessage() == null ? "it ends too early" : e.getMessage();
      reading.account.lose(source, "", bytes.length, "a broken archive: " + reason);
    }
  }

  private void gzip(String source, byte[] bytes, int depth) throws IOException {
    // The limit for a file holds for what is in an archive, that for everything for the archive.
    long limit = reading.options.maxTotal() - reading.account.bytesRead();
    byte[] content = Archives.gunzip(bytes, Math.min(limit, Integer.MAX_VALUE - 16L));
    boolean archive = content != null && Archives.kind(content) != Archives.Kind.NONE;
    if (content == null || !archive && content.length > reading.options.maxFile()) {
      String most =
          content == null ? limit + " bytes altogether" : reading.options.maxFile() + " bytes";
      reading.account.lose(source, "", bytes.length, "unpacks to more than " + most);
      return;
    }
    file(source, content, depth + 1);
  }

  /** Takes the files of a node. */
  void node(String folder, byte[] hostRoot, byte[] processes, Optional<byte[]> description) {
    String source = folder.endsWith("/") ? folder : folder + "/";
    long size =
        (long) hostRoot.length
            + processes.length
            + description.map(bytes -> bytes.length).orElse(0);
    try {
      NodeDescription.Names names =
          description.isPresent()
              ? NodeDescription.names(description.get(), source + NODE)
              : new NodeDescription.Names(Optional.empty(), List.of());
      NodeReader reader =
          new NodeReader(
              Archives.host(source + HOST_ROOT, hostRoot, reading),
              NodeDescription.processes(processes, source + PROCESSES));
      NodeDocument node = reader.read(names.name(), names.tags());
      node.errors().forEach(error -> reading.account.skip(source, "", 0, error));
      reading.collector.add(node, source);
      reading.account.used(size, 1);
    } catch (IOException e) {
      reading.account.lose(source, "", size, HOST_ROOT + " is broken: " + e.getMessage());
    } catch (ConnectorException e) {
      reading.account.lose(source, "", size, String.valueOf(e.getMessage()));
    }
  }
}
