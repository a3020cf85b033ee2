package dev.kspm.connectors.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.resource.ConnectorException;
import dev.kspm.resource.InputAccount;
import dev.kspm.resource.SkippedInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Every byte of every file is used or skipped, whatever the files are and however packed. */
final class AccountProperties {
  private static final int LIMIT = 60_000;

  /** What is in a file; {@code used} when all of it is. */
  enum Kind {
    GOOD(true),
    SAME_OBJECT(true),
    BROKEN(false),
    OVERSIZED(false),
    UNKNOWN(false),
    BINARY(false),
    EMPTY(false);

    final boolean used;

    Kind(boolean used) {
      this.used = used;
    }

    String name(int number) {
      return switch (this) {
        case BINARY -> "f" + number + ".png";
        case UNKNOWN -> "f" + number + ".yaml";
        default -> "d/f" + number + ".json";
      };
    }

    byte[] content(int number, int padding) {
      String text =
          switch (this) {
            case GOOD -> pod("pod-" + number);
            case SAME_OBJECT -> pod("same");
            case BROKEN -> "{\"kind\": [";
            case UNKNOWN -> "some: thing";
            case BINARY -> "\u0000\u0001: [";
            case OVERSIZED -> "{\"a\": \"" + "x".repeat(LIMIT);
            case EMPTY -> "";
          };
      return (this == EMPTY ? text : text + "\n".repeat(padding)).getBytes(StandardCharsets.UTF_8);
    }
  }

  private static String pod(String name) {
    return "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"" + name + "\"}}";
  }

  /** How files are packed; a tar that is itself above the limit is one skipped file. */
  enum Packing {
    FOLDER,
    TAR,
    TAR_GZ,
    ZIP
  }

  record Case(Packing packing, List<Kind> kinds, int padding, boolean sameNames) {}

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            Arbitraries.of(Packing.values()),
            Arbitraries.of(Kind.values()).list().ofMaxSize(8),
            Arbitraries.integers().between(0, 700),
            Arbitraries.of(true, false))
        .as(Case::new);
  }

  @Property(tries = 300)
  void readIsUsedAndSkipped(@ForAll("cases") Case one) throws IOException {
    Path folder = Files.createTempDirectory("account");
    try {
      Expected expected = new Expected();
      Path snapshot = write(folder, one, expected);
      InputAccount account = read(snapshot);
      assertThat(account.bytes())
          .isEqualTo(
              new InputAccount.Count(
                  expected.used + expected.skipped, expected.used, expected.skipped));
      assertThat(account.skipped().stream().mapToLong(SkippedInput::bytes).sum())
          .isEqualTo(expected.skipped);
      assertThat(account.skipped()).hasSize(expected.skippedFiles);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static InputAccount read(Path snapshot) {
    try {
      return SnapshotConnector.of(snapshot, SnapshotOptions.DEFAULT.withMaxFile(LIMIT))
          .snapshot()
          .input();
    } catch (ConnectorException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Expected {
    long used;
    long skipped;
    int skippedFiles;

    void add(boolean isUsed, long size) {
      used += isUsed ? size : 0;
      skipped += isUsed ? 0 : size;
      skippedFiles += isUsed ? 0 : 1;
    }
  }

  private record Entry(String name, byte[] content) {}

  /** A folder with one good file beside the others, so that there is always something to scan. */
  private static Path write(Path folder, Case one, Expected expected) throws IOException {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("first.json", pod("first").getBytes(StandardCharsets.UTF_8)));
    expected.add(true, entries.get(0).content.length);
    boolean archive = one.packing != Packing.FOLDER;
    for (int i = 0; i < one.kinds.size(); i++) {
      Kind kind = one.kinds.get(i);
      entries.add(new Entry(kind.name(i), kind.content(i, one.padding)));
      expected.add(kind.used, entries.get(entries.size() - 1).content.length);
    }
    if (archive && one.sameNames) {
      entries.add(new Entry("first.json", pod("again").getBytes(StandardCharsets.UTF_8)));
      expected.add(false, entries.get(0).content.length);
      expected.used +=
          entries.get(entries.size() - 1).content.length - entries.get(0).content.length;
    }
    if (!archive) {
      for (Entry entry : entries) {
        Path file = folder.resolve(entry.name);
        Files.createDirectories(file.getParent());
        Files.write(file, entry.content);
      }
      return folder;
    }
    byte[] packed = packed(one.packing, entries);
    if (packed.length > LIMIT) {
      expected.used = 0;
      expected.skipped = packed.length;
      expected.skippedFiles = 1;
    }
    Files.write(folder.resolve("beside.json"), entries.get(0).content);
    expected.add(true, entries.get(0).content.length);
    Files.write(folder.resolve("packed"), packed);
    return folder;
  }

  private static byte[] packed(Packing packing, List<Entry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (packing == Packing.ZIP) {
      try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
        for (Entry entry : entries) {
          zip.putArchiveEntry(new ZipArchiveEntry(entry.name));
          zip.write(entry.content);
          zip.closeArchiveEntry();
        }
      }
      return bytes.toByteArray();
    }
    try (OutputStream out = packing == Packing.TAR_GZ ? new GZIPOutputStream(bytes) : bytes;
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (Entry entry : entries) {
        TarArchiveEntry header = new TarArchiveEntry(entry.name);
        header.setSize(entry.content.length);
        tar.putArchiveEntry(header);
        tar.write(entry.content);
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
