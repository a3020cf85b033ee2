package dev.kspm.rego.internal.bundle;

import dev.kspm.rego.policy.LoadException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Lists the files of a bundle: those of a folder, links not followed, or those of an archive. */
final class BundleFiles {
  private final ReadOptions options;

  BundleFiles(ReadOptions options) {
    this.options = options;
  }

  /** The files of a folder, in the order of their paths. */
  List<BundleFile> ofFolder(String folder) {
    List<BundleFile> files = new ArrayList<>();
    Path root = Path.of(folder);
    if (!Files.isSymbolicLink(root) && !options.isIgnored(String.valueOf(root.getFileName()))) {
      collect(root.normalize(), "", files);
    }
    return files;
  }

  private void collect(Path folder, String below, List<BundleFile> files) {
    for (String name : FilePaths.names(folder.toString())) {
      if (options.isIgnored(name)) {
        continue;
      }
      Path path = folder.resolve(name);
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        collect(path, below + "/" + name, files);
      } else if (BundleReader.isWanted(name) && !Files.isDirectory(path)) {
        String shown = path.normalize().toString();
        files.add(new BundleFile(below + "/" + name, shown, FilePaths.read(shown)));
      }
    }
  }

  /** The files of an archive, in its order. */
  List<BundleFile> ofArchive(byte[] archive) {
    byte[] unpacked;
    try {
      unpacked = unpacked(archive);
    } catch (ZipException e) {
      throw new LoadException("bundle read failed: archive read failed: gzip: invalid header");
    } catch (IOException e) {
      throw new LoadException("bundle read failed: unexpected EOF");
    }
    List<BundleFile> files = new ArrayList<>();
    try {
      for (BundleFile file : new TarReader(unpacked).entries()) {
        if (BundleReader.isWanted(file.name()) && !options.isIgnored(file.name())) {
          files.add(file);
        }
      }
    } catch (EOFException e) {
      throw new LoadException("bundle read failed: unexpected EOF");
    }
    return files;
  }

  private static byte[] unpacked(byte[] archive) throws IOException {
    if (archive.length < 10) {
      throw new LoadException(
          "bundle read failed: archive read failed: "
              + (archive.length == 0 ? "EOF" : "unexpected EOF"));
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
      return in.readAllBytes();
    }
  }
}
