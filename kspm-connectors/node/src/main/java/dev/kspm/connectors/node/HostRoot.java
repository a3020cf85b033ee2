package dev.kspm.connectors.node;

import dev.kspm.connectors.documents.host.HostFile;
import dev.kspm.connectors.documents.host.HostTree;
import dev.kspm.connectors.documents.host.MemoryTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files below a folder that is the root of a host. Links are followed by hand, so that an
 * absolute one stays inside the root. Not thread-safe.
 */
final class HostRoot implements HostTree {
  private static final int MOST_LINKS = 40;
  private static final int PERMISSIONS = 07777;

  private final Path root;

  /** Sizes of the files that were read, or refused for their size, by path. */
  private final Map<String, Long> sizes = new TreeMap<>();

  private MemoryTree.@Nullable Names users;
  private MemoryTree.@Nullable Names groups;

  HostRoot(Path root) {
    this.root = root;
  }

  /** Sizes in bytes of the files whose content was wanted, by path from the root. */
  Map<String, Long> sizes() {
    return sizes;
  }

  @Override
  public Optional<HostFile> stat(String path) throws IOException {
    Path real = real(path);
    if (real == null) {
      return Optional.empty();
    }
    try {
      Map<String, Object> found =
          Files.readAttributes(
              real, "unix:mode,uid,gid,size,isDirectory", LinkOption.NOFOLLOW_LINKS);
      return Optional.of(
          new HostFile(
              path,
              Boolean.TRUE.equals(found.get("isDirectory")),
              users().name(number(found, "uid").intValue()),
              groups().name(number(found, "gid").intValue()),
              number(found, "mode").intValue() & PERMISSIONS,
              number(found, "size").longValue()));
    } catch (NoSuchFileException vanished) {
      return Optional.empty();
    } catch (IOException e) {
      throw readable(e);
    }
  }

  private static Number number(Map<String, Object> attributes, String name) {
    return attributes.get(name) instanceof Number number ? number : 0;
  }

  @Override
  public List<String> list(String path) throws IOException {
    Path real = real(path);
    if (real == null || !Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(real)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw readable(e);
    }
  }

  @Override
  public byte[] read(String path) throws IOException {
    Path real = real(path);
    if (real == null) {
      throw new IOException("no such file");
    }
    if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("not a file"); // a pipe would wait for ever
    }
    return content(path, real);
  }

  private byte[] content(String path, Path real) throws IOException {
    try {
      byte[] bytes = Files.readAllBytes(real);
      sizes.put(path, (long) bytes.length);
      return bytes;
    } catch (IOException e) {
      throw readable(e);
    }
  }

  /** The message of the JDK begins with the path, or is the path alone. */
  private static IOException readable(IOException e) {
    if (e instanceof AccessDeniedException) {
      return new IOException("permission denied", e);
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : null;
    return reason == null ? e : new IOException(reason, e);
  }

  /** The file behind all links, or {@code null} when there is none. */
  private @Nullable Path real(String path) throws IOException {
    String wanted = normal(path);
    for (int links = 0; links < MOST_LINKS; links++) {
      String next = followFirstLink(wanted);
      if (next == null) {
        Path real = root.resolve(wanted.substring(1));
        return present(real) ? real : null;
      }
      wanted = next;
    }
    throw new IOException("a loop of symbolic links");
  }

  /** Files.exists says no to what may not be seen. */
  private static boolean present(Path file) throws IOException {
    try {
      Files.readAttributes(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
      return true;
    } catch (NoSuchFileException missing) {
      return false;
    } catch (FileSystemException e) {
      if (String.valueOf(e.getReason()).contains("Not a directory")) {
        return false;
      }
      throw readable(e);
    }
  }

  /** The path with its first link replaced, or {@code null} when there is none in it. */
  private @Nullable String followFirstLink(String path) throws IOException {
    for (int slash = path.indexOf('/', 1); ; slash = path.indexOf('/', slash + 1)) {
      String prefix = slash < 0 ? path : path.substring(0, slash);
      Path file = root.resolve(prefix.substring(1));
      if (Files.isSymbolicLink(file)) {
        String target = Files.readSymbolicLink(file).toString();
        String folder = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        String rest = slash < 0 ? "" : path.substring(slash);
        return normal((target.startsWith("/") ? target : folder + target) + rest);
      }
      if (slash < 0) {
        return null;
      }
    }
  }

  private static String normal(String path) {
    java.util.ArrayDeque<String> parts = new java.util.ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  private MemoryTree.Names users() throws IOException {
    MemoryTree.Names known = users;
    if (known == null) {
      known = names("/etc/passwd");
      users = known;
    }
    return known;
  }

  private MemoryTree.Names groups() throws IOException {
    MemoryTree.Names known = groups;
    if (known == null) {
      known = names("/etc/group");
      groups = known;
    }
    return known;
  }

  private MemoryTree.Names names(String path) throws IOException {
    Path real = real(path);
    return MemoryTree.Names.of(
        real == null ? "" : new String(content(path, real), StandardCharsets.UTF_8));
  }
}
