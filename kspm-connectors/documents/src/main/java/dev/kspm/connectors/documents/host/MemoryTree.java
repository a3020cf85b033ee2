package dev.kspm.connectors.documents.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A host's files in memory, as an archive holds them. Not thread-safe while it is filled. */
public final class MemoryTree implements HostTree {
  private static final int MOST_LINKS = 40;

  private static final class Entry {
    final boolean directory;
    final @Nullable String link;
    final int uid;
    final int gid;
    final int mode;
    final byte @Nullable [] content;
    final String refusal;

    Entry(
        boolean directory,
        @Nullable String link,
        int uid,
        int gid,
        int mode,
        byte @Nullable [] content) {
      this(directory, link, uid, gid, mode, content, "");
    }

    Entry(
        boolean directory,
        @Nullable String link,
        int uid,
        int gid,
        int mode,
        byte @Nullable [] content,
        String refusal) {
      this.directory = directory;
      this.link = link;
      this.uid = uid;
      this.gid = gid;
      this.mode = mode;
      this.content = content;
      this.refusal = refusal;
    }
  }

  private final TreeMap<String, Entry> entries = new TreeMap<>();
  private @Nullable Names users;
  private @Nullable Names groups;

  /** Adds a folder. */
  public void directory(String path, int uid, int gid, int mode) {
    entries.put(normal(path), new Entry(true, null, uid, gid, mode, null));
  }

  /** Adds a file. */
  public void file(String path, int uid, int gid, int mode, byte[] content) {
    entries.put(normal(path), new Entry(false, null, uid, gid, mode, content));
  }

  /** Adds a file that cannot be read, with the reason. */
  public void unreadable(String path, int uid, int gid, int mode, String reason) {
    entries.put(normal(path), new Entry(false, null, uid, gid, mode, null, reason));
  }

  /** Adds a symbolic link. */
  public void link(String path, String target) {
    entries.put(normal(path), new Entry(false, target, 0, 0, 0777, null));
  }

  private static String normal(String path) {
    return resolve("", path);
  }

  /** A path from the root without {@code .} and {@code ..}, which never leave the root. */
  private static String resolve(String folder, String path) {
    Deque<String> parts = new ArrayDeque<>();
    String whole = path.startsWith("/") ? path : folder + "/" + path;
    for (String part : whole.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  /** The real path, or {@code null} when there is nothing. */
  private @Nullable String real(String path) throws IOException {
    String wanted = normal(path);
    for (int links = 0; links < MOST_LINKS; links++) {
      String next = followFirstLink(wanted);
      if (next == null) {
        return wanted.equals("/") || entries.containsKey(wanted) || !below(wanted).isEmpty()
            ? wanted
            : null;
      }
      wanted = next;
    }
    throw new IOException("a loop of symbolic links");
  }

  /** The path with its first link replaced, or {@code null} when there is none in it. */
  private @Nullable String followFirstLink(String path) {
    for (int slash = path.indexOf('/', 1); ; slash = path.indexOf('/', slash + 1)) {
      String prefix = slash < 0 ? path : path.substring(0, slash);
      Entry entry = entries.get(prefix);
      if (entry != null && entry.link != null) {
        String folder = prefix.substring(0, prefix.lastIndexOf('/'));
        return resolve("", resolve(folder, entry.link) + (slash < 0 ? "" : path.substring(slash)));
      }
      if (slash < 0) {
        return null;
      }
    }
  }

  private Map<String, Entry> below(String folder) {
    String prefix = folder.equals("/") ? "/" : folder + "/";
    return entries.subMap(prefix, false, prefix + Character.MAX_VALUE, false);
  }

  @Override
  public Optional<HostFile> stat(String path) throws IOException {
    String real = real(path);
    if (real == null) {
      return Optional.empty();
    }
    Entry entry = entries.getOrDefault(real, new Entry(true, null, 0, 0, 0755, null));
    return Optional.of(
        new HostFile(
            path,
            entry.directory,
            users().name(entry.uid),
            groups().name(entry.gid),
            entry.mode,
            entry.content == null ? 0 : entry.content.length));
  }

  @Override
  public List<String> list(String path) throws IOException {
    String real = real(path);
    List<String> names = new ArrayList<>();
    if (real != null) {
      int start = real.equals("/") ? 1 : real.length() + 1;
      for (String below : below(real).keySet()) {
        int end = below.indexOf('/', start);
        String name = end < 0 ? below.substring(start) : below.substring(start, end);
        if (names.isEmpty() || !names.get(names.size() - 1).equals(name)) {
          names.add(name);
        }
      }
    }
    return names.stream().distinct().sorted().toList();
  }

  @Override
  public byte[] read(String path) throws IOException {
    String real = real(path);
    Entry entry = real == null ? null : entries.get(real);
    if (entry == null || entry.directory) {
      throw new IOException("no such file");
    }
    if (entry.content == null) {
      throw new IOException(entry.refusal);
    }
    return entry.content.clone();
  }

  private Names users() throws IOException {
    Names known = users;
    if (known == null) {
      known = Names.of(text("/etc/passwd"));
      users = known;
    }
    return known;
  }

  private Names groups() throws IOException {
    Names known = groups;
    if (known == null) {
      known = Names.of(text("/etc/group"));
      groups = known;
    }
    return known;
  }

  private String text(String path) throws IOException {
    String real = real(path);
    Entry entry = real == null ? null : entries.get(real);
    return entry == null || entry.content == null
        ? ""
        : new String(entry.content, StandardCharsets.UTF_8);
  }

  /** Names of users or groups by number, from the host's own passwd or group file. */
  public record Names(Map<Integer, String> byNumber) {
    /** Reads {@code name:x:number:…} lines. */
    public static Names of(String file) {
      Map<Integer, String> names = new HashMap<>();
      for (String line : file.split("\n")) {
        String[] fields = line.split(":");
        if (fields.length > 2 && fields[2].matches("[0-9]{1,9}")) {
          names.putIfAbsent(Integer.valueOf(fields[2]), fields[0]);
        }
      }
      return new Names(names);
    }

    /** The name of a number, or the number as text. */
    public String name(int number) {
      String name = byNumber.get(number);
      return name == null ? Integer.toUnsignedString(number) : name;
    }
  }
}
