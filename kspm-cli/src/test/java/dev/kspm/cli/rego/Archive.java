package dev.kspm.cli.rego;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Writes packed bundles. */
final class Archive {
  private static final int BLOCK = 512;

  private Archive() {}

  /** Packs a folder. */
  static void write(Path folder, Path archive) throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
      for (Path file : sorted) {
        byte[] bytes = Files.readAllBytes(file);
        tar.write(header(folder.relativize(file).toString(), bytes.length));
        tar.write(bytes);
        tar.write(new byte[(BLOCK - bytes.length % BLOCK) % BLOCK]);
      }
    }
    tar.write(new byte[2 * BLOCK]);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive))) {
      out.write(tar.toByteArray());
    }
  }

  private static byte[] header(String name, int size) {
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 100, "0000644");
    put(header, 124, String.format(Locale.ROOT, "%011o", size));
    put(header, 148, "        ");
    put(header, 156, "0");
    put(header, 257, "ustar");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xFF;
    }
    put(header, 148, String.format(Locale.ROOT, "%06o", sum));
    header[154] = 0;
    return header;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
