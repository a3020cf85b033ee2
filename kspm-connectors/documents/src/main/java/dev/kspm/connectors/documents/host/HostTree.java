package dev.kspm.connectors.documents.host;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The files of a host. Links are followed inside the host's root, whatever they point at.
 *
 * <p>A method throws {@link IOException} when something is there but cannot be read; its message is
 * shown to people.
 */
public interface HostTree {
  /** A file or folder, links followed; empty when there is none. */
  Optional<HostFile> stat(String path) throws IOException;

  /** Names in a folder, sorted; none when there is no such folder. */
  List<String> list(String path) throws IOException;

  /** The content of a file. */
  byte[] read(String path) throws IOException;
}
