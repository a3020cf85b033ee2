package dev.kspm.connectors.node;

import dev.kspm.connectors.documents.CollectorOptions;
import dev.kspm.connectors.documents.DocumentCollector;
import dev.kspm.connectors.documents.host.HostArchive;
import dev.kspm.connectors.documents.host.HostTree;
import dev.kspm.connectors.documents.host.NodeDescription;
import dev.kspm.connectors.documents.host.NodeDocument;
import dev.kspm.connectors.documents.host.NodeReader;
import dev.kspm.resource.ConnectorException;
import dev.kspm.resource.InputAccount;
import dev.kspm.resource.ReadRequest;
import dev.kspm.resource.ResourceConnector;
import dev.kspm.resource.ResourceSink;
import dev.kspm.resource.SkippedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one node from its host's root: {@code /}, a mounted root, or a folder with {@code
 * hostroot.tar}, {@code processes.json} and {@code node.json}. Not thread-safe.
 *
 * <p>Key and token files are never opened. What cannot be read becomes a hole of the node's
 * document.
 */
public final class NodeConnector implements ResourceConnector {
  private static final String ARCHIVE = "hostroot.tar";
  private static final String PROCESSES = "processes.json";
  private static final String NODE = "node.json";
  private static final long MAX_FILE = 64L << 20;

  private final Path path;
  private final Optional<String> cluster;
  private final long maxFile;
  private final List<SkippedInput> skipped = new ArrayList<>();
  private final Set<String> broken = new TreeSet<>();
  private @Nullable HostRoot host;
  private long used;
  private long documents;

  private NodeConnector(Path path, Optional<String> cluster, long maxFile) {
    this.path = path;
    this.cluster = cluster;
    this.maxFile = maxFile;
  }

  /** A node of a cluster of which nothing else is known; files of up to 64 MiB. */
  public static NodeConnector of(Path path) {
    return of(path, MAX_FILE);
  }

  /**
   * A node of a cluster of which nothing else is known.
   *
   * @param maxFile bytes of the largest file that is read
   */
  public static NodeConnector of(Path path, long maxFile) {
    return new NodeConnector(path, Optional.empty(), maxFile);
  }

  /** A node of a cluster with this identity. */
  public static NodeConnector of(Path path, String cluster) {
    return new NodeConnector(path, Optional.of(cluster), MAX_FILE);
  }

  @Override
  public String name() {
    return "node " + path;
  }

  @Override
  public Set<String> types() {
    return Set.of(
        "kubernetes_master_node",
        "kubernetes_worker_node",
        "aws_eks_worker_node",
        "azure_aks_worker_node",
        "gcp_gke_worker_node");
  }

  @Override
  public void read(ReadRequest request, ResourceSink sink) {
    if (!Files.isDirectory(path)) {
      throw new ConnectorException(
          path + (Files.exists(path) ? ": not a folder" : ": no such folder"));
    }
    if (Stream.of(ARCHIVE, PROCESSES, NODE, "etc", "proc", "var")
        .noneMatch(entry -> Files.exists(path.resolve(entry)))) {
      throw new ConnectorException(path + ": no host: expected hostroot.tar or a host's root");
    }
    Path folder = path.toAbsolutePath().normalize();
    String snapshot = folder.getFileName() == null ? "node" : folder.getFileName().toString();
    DocumentCollector collector =
        new DocumentCollector(
            new CollectorOptions(snapshot, cluster, CollectorOptions.SYSTEM_CONFIG_MAPS));
    try {
      NodeDescription.Names names = names();
      NodeDocument node = reader().read(names.name(), names.tags());
      count(node);
      collector.add(node, "");
    } catch (IOException e) {
      throw new ConnectorException(path + ": cannot be read: " + e.getMessage(), e);
    }
    collector.read(sink);
    sink.input(
        new InputAccount(
            new InputAccount.Count(used + skippedBytes(), used, skippedBytes()),
            new InputAccount.Count(documents + skipped.size(), documents, skipped.size()),
            skipped));
  }

  /** Where the bytes of the host's files went: what is wrong with one makes all of it useless. */
  private void count(NodeDocument node) {
    Map<String, Long> sizes = host == null ? Map.of() : host.sizes();
    for (String error : node.errors()) {
      long size = 0;
      for (Map.Entry<String, Long> file : sizes.entrySet()) {
        boolean about =
            error.startsWith(file.getKey() + " ") || error.startsWith(file.getKey() + ":");
        if (about && broken.add(file.getKey())) {
          size = file.getValue();
        }
      }
      skipped.add(new SkippedInput(path.toString(), "", size, error));
    }
    sizes.forEach(
        (file, size) -> {
          if (!broken.contains(file)) {
            used += size;
            documents++;
          }
        });
  }

  private long skippedBytes() {
    return skipped.stream().mapToLong(SkippedInput::bytes).sum();
  }

  private NodeDescription.Names names() throws IOException {
    Path file = path.resolve(NODE);
    return Files.isRegularFile(file)
        ? NodeDescription.names(bytes(file), file.toString())
        : new NodeDescription.Names(Optional.empty(), List.of());
  }

  private NodeReader reader() throws IOException {
    Path archive = path.resolve(ARCHIVE);
    HostTree tree;
    if (Files.isRegularFile(archive)) {
      tree = archived(archive);
    } else {
      host = new HostRoot(path);
      tree = host;
    }
    Path list = path.resolve(PROCESSES);
    Path proc = path.resolve("proc");
    if (Files.isRegularFile(list)) {
      return new NodeReader(tree, NodeDescription.processes(bytes(list), list.toString()));
    } else if (!Files.isRegularFile(archive) && ProcessList.isThere(proc)) {
      ProcessList processes = ProcessList.read(proc);
      used += processes.bytes();
      documents += processes.processes().size();
      return new NodeReader(tree, processes.processes());
    }
    return new NodeReader(tree, List.of())
        .processesUnknown("neither " + PROCESSES + " nor /proc is there");
  }

  private HostTree archived(Path archive) throws IOException {
    byte[] bytes = bytes(archive);
    if (!HostArchive.isComplete(bytes)) {
      throw new ConnectorException(archive + ": not a tar archive, or one that was cut");
    }
    TarRoot root = new TarRoot(maxFile);
    try {
      HostTree tree = root.read(new ByteArrayInputStream(bytes));
      for (String refused : root.refused()) {
        int colon = refused.lastIndexOf(": ");
        skipped.add(
            new SkippedInput(
                archive + "!" + refused.substring(0, colon), "", 0, refused.substring(colon + 2)));
      }
      return tree;
    } catch (IOException e) {
      throw new ConnectorException(archive + ": not a tar archive: " + e.getMessage(), e);
    }
  }

  private byte[] bytes(Path file) throws IOException {
    if (Files.size(file) > maxFile) {
      throw new ConnectorException(file + ": larger than " + maxFile + " bytes");
    }
    byte[] bytes = Files.readAllBytes(file);
    used += bytes.length;
    documents++;
    return bytes;
  }
}
