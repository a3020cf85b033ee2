package dev.kspm.connectors.node;

import dev.kspm.connectors.documents.host.HostProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of a running host, from {@code /proc}. Not thread-safe. */
final class ProcessList {
  private final List<HostProcess> processes = new ArrayList<>();
  private long bytes;

  private ProcessList() {}

  /** Whether the folder is a process file system. */
  static boolean isThere(Path proc) {
    return Files.isRegularFile(proc.resolve("self/stat"))
        || Files.isRegularFile(proc.resolve("1/cmdline"));
  }

  /** All processes with a command line; threads of the kernel have none. */
  static ProcessList read(Path proc) throws IOException {
    List<Path> folders;
    try (Stream<Path> entries = Files.list(proc)) {
      folders =
          entries
              .filter(entry -> entry.getFileName().toString().matches("[0-9]{1,18}"))
              .sorted()
              .toList();
    }
    ProcessList list = new ProcessList();
    for (Path folder : folders) {
      list.process(folder).ifPresent(list.processes::add);
    }
    return list;
  }

  List<HostProcess> processes() {
    return processes;
  }

  /** How much was read. */
  long bytes() {
    return bytes;
  }

  /** A process with a command line; it may have ended since it was listed. */
  private Optional<HostProcess> process(Path folder) {
    try {
      String line = text(folder.resolve("cmdline"));
      String name = text(folder.resolve("comm")).trim();
      return line.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new HostProcess(
                  Long.parseLong(folder.getFileName().toString()),
                  name,
                  Arrays.asList(line.split("\0"))));
    } catch (IOException ended) {
      return Optional.empty();
    }
  }

  private String text(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    bytes += content.length;
    return new String(content, StandardCharsets.UTF_8);
  }
}
