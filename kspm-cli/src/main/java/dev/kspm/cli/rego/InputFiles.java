package dev.kspm.cli.rego;

import dev.kspm.rego.policy.LoadException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that options name, with Go's words when they cannot be read. */
final class InputFiles {
  private InputFiles() {}

  static byte[] read(String given) {
    String path = given.startsWith("file://") ? URI.create(given).getPath() : given;
    Path file = Path.of(path);
    if (Files.isDirectory(file)) {
      throw new LoadException("read " + path + ": is a directory");
    }
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new LoadException("open " + path + ": no such file or directory");
    } catch (AccessDeniedException e) {
      throw new LoadException("open " + path + ": permission denied");
    } catch (IOException e) {
      throw new LoadException("read " + path + ": " + e.getMessage());
    }
  }
}
