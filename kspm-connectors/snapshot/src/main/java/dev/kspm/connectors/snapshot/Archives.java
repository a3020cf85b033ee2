package dev.kspm.connectors.snapshot;

import dev.kspm.connectors.documents.host.HostArchive;
import dev.kspm.connectors.documents.host.MemoryTree;
import dev.kspm.resource.SkippedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Archives, recognised by their first bytes. Stateless and thread-safe.
 *
 * <p>Nothing is written to disk; an entry is read as far as the limits allow, however much it would
 * unpack to.
 */
final class Archives {
  /** What a file is by its first bytes. */
  enum Kind {
    TAR,
    GZIP,
    ZIP,
    NONE
  }

  private static final int TAR_MAGIC_AT = 257;
  private static final int DRAIN = 1 << 16;

  /** The end of a zip archive: so long at least, and at most with the longest comment. */
  private static final int ZIP_END = 22;

  private static final int ZIP_TAIL = ZIP_END + 0xFFFF;

  private Archives() {}

  static Kind kind(byte[] bytes) {
    if (startsWith(bytes, 0, 0x1F, 0x8B)) {
      return Kind.GZIP;
    } else if (startsWith(bytes, 0, 'P', 'K', 3, 4) || startsWith(bytes, 0, 'P', 'K', 5, 6)) {
      return Kind.ZIP;
    }
    return startsWith(bytes, TAR_MAGIC_AT, 'u', 's', 't', 'a', 'r') ? Kind.TAR : Kind.NONE;
  }

  private static boolean startsWith(byte[] bytes, int at, int... wanted) {
    if (bytes.length < at + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != (byte) wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** The files of an archive by path; what is not taken goes to the account. */
  static Map<String, byte[]> files(String source, byte[] bytes, Kind kind, Reading reading)
      throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    List<SkippedInput> lost = new ArrayList<>();
    List<SkippedInput> replaced = new ArrayList<>();
    try (ArchiveInputStream<? extends ArchiveEntry> archive =
        kind == Kind.ZIP
            ? new ZipArchiveInputStream(new ByteArrayInputStream(bytes))
            : new TarArchiveInputStream(new ByteArrayInputStream(bytes))) {
      long unpacked = 0;
      for (ArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        if (entry.isDirectory()) {
          continue;
        }
        reading.countFile();
        String name = source + "!" + entry.getName();
        String refusal = refusal(entry, archive);
        if (!refusal.isEmpty()) {
          lost.add(new SkippedInput(name, "", Math.max(0, entry.getSize()), refusal));
          continue;
        }
        long room =
            Math.min(
                reading.options.maxFile(),
                reading.options.maxTotal() - reading.account.bytesRead() - unpacked);
        byte[] content = readAtMost(archive, room + 1);
        if (content.length > room) {
          String limit =
              room == reading.options.maxFile()
                  ? "larger than " + room + " bytes"
                  : "more than " + reading.options.maxTotal() + " bytes altogether";
          boolean bomb = room < reading.options.maxFile();
          long rest = bomb ? 0 : drain(archive, reading.options.maxTotal());
          lost.add(new SkippedInput(name, "", content.length + rest, limit));
          if (bomb) {
            break; // the rest is not even unpacked
          }
          continue;
        }
        unpacked += content.length;
        byte[] earlier = files.put(entry.getName(), content);
        if (earlier != null) {
          String reason = "a later entry has the same name";
          replaced.add(new SkippedInput(name, "", earlier.length, reason));
        }
      }
    } catch (ZipException e) {
      throw new IOException(e.getMessage(), e);
    }
    replaced.forEach(one -> reading.account.skip(one.source(), "", one.bytes(), one.reason()));
    lost.forEach(one -> reading.account.lose(one.source(), "", one.bytes(), one.reason()));
    if (kind == Kind.ZIP ? !hasDirectory(bytes) : !HostArchive.isComplete(bytes)) {
      reading.account.lose(source, "", 0, "the archive was cut, more may have been in it");
    }
    return files;
  }

  /** Whether a zip archive has the list of its entries, which is at its end. */
  private static boolean hasDirectory(byte[] zip) {
    for (int at = zip.length - ZIP_END; at >= Math.max(0, zip.length - ZIP_TAIL); at--) {
      if (startsWith(zip, at, 'P', 'K', 5, 6)) {
        return true;
      }
    }
    return false;
  }

  private static String refusal(ArchiveEntry entry, ArchiveInputStream<?> archive) {
    if (List.of(entry.getName().replace('\\', '/').split("/")).contains("..")) {
      return "leads out of the archive";
    } else if (entry instanceof TarArchiveEntry tar && !tar.isFile()) {
      return "not a file";
    }
    return archive instanceof ZipArchiveInputStream zip && !canRead(zip, entry)
        ? "packed or encrypted in a way that cannot be read"
        : "";
  }

  private static boolean canRead(ZipArchiveInputStream zip, ArchiveEntry entry) {
    return zip.canReadEntryData((org.apache.commons.compress.archivers.zip.ZipArchiveEntry) entry);
  }

  /** What a gzip file unpacks to; {@code null} when that is more than the limit. */
  static byte @org.jspecify.annotations.Nullable [] gunzip(byte[] bytes, long limit)
      throws IOException {
    try (InputStream stream =
        GzipCompressorInputStream.builder()
            .setInputStream(new ByteArrayInputStream(bytes))
            .setDecompressConcatenated(true)
            .get()) {
      byte[] content = readAtMost(stream, limit + 1);
      return content.length > limit ? null : content;
    }
  }

  /** Reads on without keeping anything, as the next entry would; gives how much that was. */
  private static long drain(InputStream stream, long limit) throws IOException {
    long rest = 0;
    byte[] buffer = new byte[DRAIN];
    for (int n = stream.read(buffer); n > 0 && rest < limit; n = stream.read(buffer)) {
      rest += n;
    }
    return rest;
  }

  private static byte[] readAtMost(InputStream stream, long limit) throws IOException {
    return stream.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limit));
  }

  /** The root of a host in a tar archive. */
  static MemoryTree host(String source, byte[] bytes, Reading reading) throws IOException {
    if (!HostArchive.isComplete(bytes)) {
      throw new IOException("not a tar archive, or one that was cut");
    }
    MemoryTree tree = new MemoryTree();
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(bytes))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = entry.getName();
        int user = (int) entry.getLongUserId();
        int group = (int) entry.getLongGroupId();
        int mode = entry.getMode() & 07777;
        if (List.of(name.split("/")).contains("..")) {
          reading.account.lose(source + "!" + name, "", 0, "leads out of the archive");
        } else if (entry.isDirectory()) {
          tree.directory(name, user, group, mode);
        } else if (entry.isSymbolicLink()) {
          tree.link(name, entry.getLinkName());
        } else if (entry.isLink()) {
          tree.link(name, "/" + entry.getLinkName());
        } else if (entry.isFile()) {
          if (entry.getSize() > reading.options.maxFile()) {
            String reason = "larger than " + reading.options.maxFile() + " bytes";
            reading.account.lose(source + "!" + name, "", 0, reason);
            tree.unreadable(name, user, group, mode, reason);
          } else {
            tree.file(name, user, group, mode, tar.readAllBytes());
          }
        }
      }
    }
    return tree;
  }
}
