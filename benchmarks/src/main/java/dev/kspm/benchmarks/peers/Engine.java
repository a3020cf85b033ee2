package dev.kspm.benchmarks.peers;

import java.util.List;

/**
 * An engine and how its process is started; the folder of a workload is added to the command.
 *
 * @param name such as {@code opa}
 */
record Engine(String name, List<String> command) {
  static final String OURS = "kspm";
  static final String OPA = "opa";

  Engine {
    command = List.copyOf(command);
  }
}
