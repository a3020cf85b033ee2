package dev.kspm.cli;

import dev.kspm.connectors.node.NodeConnector;
import dev.kspm.connectors.snapshot.SnapshotConnector;
import dev.kspm.connectors.snapshot.SnapshotOptions;
import dev.kspm.resource.ResourceConnector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where resources come from. */
final class SourceOptions {
  @Option(
      names = "--snapshot",
      paramLabel = "PATH",
      description = "a file, folder or archive with documents, - for standard input; repeatable")
  List<String> snapshots = new ArrayList<>();

  @Option(
      names = "--node",
      paramLabel = "PATH",
      description = "the root of a host, or a folder with hostroot.tar; repeatable")
  List<Path> nodes = new ArrayList<>();

  @Option(
      names = "--max-file",
      paramLabel = "SIZE",
      description = "larger files are refused (default: 64MiB)")
  String maxFile = "64MiB";

  List<ResourceConnector> connectors(Console console) {
    if (snapshots.isEmpty() && nodes.isEmpty()) {
      throw new InputError("nothing to scan: give --snapshot PATH or --node PATH");
    }
    long limit = ByteSize.parse("--max-file", maxFile);
    if (limit <= 0) {
      throw new InputError("--max-file: the limit must be above 0");
    }
    SnapshotOptions options = SnapshotOptions.DEFAULT.withMaxFile(limit);
    List<ResourceConnector> connectors = new ArrayList<>();
    for (String snapshot : snapshots) {
      connectors.add(
          snapshot.equals("-")
              ? SnapshotConnector.of(console.in(), options)
              : SnapshotConnector.of(Paths.given("--snapshot", Path.of(snapshot)), options));
    }
    for (Path node : nodes) {
      connectors.add(NodeConnector.of(Paths.given("--node", node), limit));
    }
    return connectors;
  }

  String description() {
    List<String> all = new ArrayList<>(snapshots);
    nodes.forEach(node -> all.add(node.toString()));
    return String.join(", ", all);
  }
}
