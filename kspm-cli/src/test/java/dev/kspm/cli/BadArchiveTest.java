package dev.kspm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that are cut, that lie, that explode or that lead elsewhere. */
class BadArchiveTest {
  private static final String POD =
      "{\"kind\": \"Pod\", \"apiVersion\": \"v1\", \"metadata\": {\"name\": \"x\", \"namespace\": \"y\"},"
          + " \"spec\": {\"containers\": [{\"name\": \"c\", \"image\": \"i\"}]}}";
  private static final int MEBI = 1 << 20;

  @TempDir Path folder;

  @Test
  void anEntryThatLeadsOutOfTheArchive() throws IOException {
    refused(
        scan(file("only.tar", tar("../evil.json", POD))),
        "kspm: DIR/only.tar!../evil.json: leads out of the archive");
    listed(
        scan(file("both.tar", tar("../evil.json", POD, "ok.json", POD))),
        "kspm: skipped both.tar!../evil.json: leads out of the archive");
    assertThat(folder.resolveSibling("evil.json")).doesNotExist();
  }

  @Test
  void archivesThatUnpackToTooMuch() throws IOException {
    byte[] zeros = new byte[3 * MEBI];
    Arrays.fill(zeros, (byte) ' ');
    listed(
        scan(file("bomb.zip", zip(zeros, POD)), "--max-file", "1MiB"),
        "kspm: skipped bomb.zip!bomb.json: larger than 1048576 bytes");
    refused(
        scan(file("bomb.json.gz", gzip(zeros)), "--max-file", "1MiB"),
        "kspm: DIR/bomb.json.gz: unpacks to more than 1048576 bytes");
  }

  @Test
  void archivesThatWereCut() throws IOException {
    byte[] tar = tar("a.json", POD, "b.json", POD);
    int firstEntry = 1024;
    listed(
        scan(file("between.tar", Arrays.copyOf(tar, firstEntry))),
        "kspm: skipped between.tar: the archive was cut, more may have been in it");
    refused(
        scan(file("within.tar", Arrays.copyOf(tar, firstEntry - 400))),
        "kspm: DIR/within.tar: a broken archive: Truncated TAR archive");
    byte[] zip = zip(new byte[0], POD);
    refused(
        scan(file("cut.zip", Arrays.copyOf(zip, directoryOf(zip)))),
        "kspm: DIR/cut.zip: a broken archive: it ends too early");
    byte[] gzip = gzip(POD.getBytes(StandardCharsets.UTF_8));
    refused(
        scan(file("cut.gz", Arrays.copyOf(gzip, 40))),
        "kspm: DIR/cut.gz: a broken archive: it ends too early");
  }

  private void refused(CommandLineRun run, String message) {
    assertThat(run.err().strip().replace(folder.toString(), "DIR")).isEqualTo(message);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }

  /** The run goes on, and nothing that looks at everything passes. */
  private static void listed(CommandLineRun run, String... lines) {
    assertThat(run.err().strip().lines()).containsExactlyInAnyOrder(lines);
    assertThat(run.out()).contains("pod-privileged");
    assertThat(run.code()).isZero();
  }

  private static CommandLineRun scan(Path snapshot, String... options) {
    String[] args =
        Arrays.copyOf(
            new String[] {"scan", "--snapshot", snapshot.toString(), "--format", "csv"},
            5 + options.length);
    System.arraycopy(options, 0, args, 5, options.length);
    return CommandLineRun.of(args);
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] tar(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        byte[] content = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(namesAndTexts[i], true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(byte[] bomb, String pod) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("bomb.json"));
      zip.write(bomb);
      zip.putNextEntry(new ZipEntry("ok.json"));
      zip.write(pod.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** Where the list of entries begins, as the end of the archive tells. */
  private static int directoryOf(byte[] zip) {
    return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }
}
