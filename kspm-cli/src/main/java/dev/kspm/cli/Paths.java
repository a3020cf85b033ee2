package dev.kspm.cli;

import java.nio.file.Path;

/** Paths of the command line. */
final class Paths {
  private Paths() {}

  /**
   * The path; an empty one, as an unset variable of a shell makes it, is not the current folder.
   */
  static Path given(String option, Path path) {
    if (path.toString().isEmpty()) {
      throw new InputError(option + ": the path is empty");
    }
    return path;
  }
}
