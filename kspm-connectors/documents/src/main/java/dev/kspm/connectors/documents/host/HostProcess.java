package dev.kspm.connectors.documents.host;

import java.util.List;

/**
 * A running process. Immutable.
 *
 * @param name the command's name as the kernel has it
 * @param args the whole command line, the program first
 */
public record HostProcess(long pid, String name, List<String> args) {
  public HostProcess {
    args = List.copyOf(args);
  }

  /** The name of the program without its folder. */
  public String program() {
    String first = args.isEmpty() ? name : args.get(0);
    return first.substring(first.lastIndexOf('/') + 1);
  }
}
