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

/** The processes of a running host, from {@code /proc}. */
final class ProcessList {
  private ProcessList() {}

  /** Whether the folder is a process file system. */
  static boolean isThere(Path proc) {
    return Files.isRegularFile(proc.resolve("self/stat"))
        || Files.isRegularFile(proc.resolve("1/cmdline"));
  }

  /** All processes with a command line; threads of the kernel have none. */
  static List<HostProcess> read(Path proc) throws IOException {
    List<Path> folders;
    try (Stream<Path> entries = Files.list(proc)) {
      folders =
          entries
              .filter(entry -> entry.getFileName().toString().matches("[0-9]{1,18}"))
              .sorted()
              .toList();
    }
    List<HostProcess> processes = new ArrayList<>();
    for (Path folder : folders) {
      process(folder).ifPresent(processes::add);
    }
    return processes;
  }

  /** A process with a command line; it may have ended since it was listed. */
  private static Optional<HostProcess> process(Path folder) {
    try {
      String line =
          new String(Files.readAllBytes(folder.resolve("cmdline")), StandardCharsets.UTF_8);
      String name = Files.readString(folder.resolve("comm"), StandardCharsets.UTF_8).trim();
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
}
