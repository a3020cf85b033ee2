package dev.kspm.rego.internal.bundle;

import dev.kspm.rego.policy.LoadException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Paths as people give them, and what goes wrong with files in the words of the system. */
final class FilePaths {
  private FilePaths() {}

  /** A path of {@code --data}: perhaps keys before a colon, and the path itself. */
  record Prefixed(List<String> keys, String path) {
    static Prefixed of(String given) {
      int colon = given.indexOf(':');
      if (colon <= 0 || colon == given.indexOf("://")) {
        return new Prefixed(List.of(), given);
      }
      return new Prefixed(
          List.of(given.substring(0, colon).split("\\.", -1)), given.substring(colon + 1));
    }
  }

  /** The path of a {@code file:} URL; what is no URL stays as it is. */
  static String ofUrl(String given) throws LoadException {
    if (!given.contains("://")) {
      return given;
    }
    if (!given.startsWith("file://")) {
      throw new LoadException("unsupported URL scheme: " + given);
    }
    try {
      String path = new URI(given).getPath();
      return path == null ? "" : path;
    } catch (URISyntaxException e) {
      return given.substring("file://".length());
    }
  }

  /** Whether it is a folder, links followed; complains as {@code stat} does. */
  static boolean isFolder(String path) throws LoadException {
    try {
      if (path.isEmpty()) {
        throw new NoSuchFileException(path);
      }
      return Files.readAttributes(Path.of(path), BasicFileAttributes.class).isDirectory();
    } catch (IOException e) {
      throw new LoadException("stat " + path + ": " + reason(e));
    }
  }

  /** The names in a folder, sorted as Go sorts them. */
  static List<String> names(String folder) throws LoadException {
    try (Stream<Path> list = Files.list(Path.of(folder))) {
      return new ArrayList<>(list.map(child -> child.getFileName().toString()).sorted().toList());
    } catch (IOException e) {
      throw new LoadException("open " + folder + ": " + reason(e));
    }
  }

  static byte[] read(String path) throws LoadException {
    try {
      return Files.readAllBytes(Path.of(path));
    } catch (IOException e) {
      throw new LoadException("open " + path + ": " + reason(e));
    }
  }

  /** A name in a folder, in the shortest form. */
  static String join(String folder, String name) {
    return Path.of(folder).resolve(name).normalize().toString();
  }

  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or directory";
    } else if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String text = String.valueOf(e.getMessage());
    if (e instanceof FileSystemException file && file.getReason() != null) {
      // the JDK adds to the system's words
      text = file.getReason().replace(" or unable to access attributes of symbolic link", "");
    }
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
