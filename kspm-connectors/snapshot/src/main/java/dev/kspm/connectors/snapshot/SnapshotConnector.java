package dev.kspm.connectors.snapshot;

import dev.kspm.connectors.documents.CollectorOptions;
import dev.kspm.connectors.documents.DocumentCollector;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.ConnectorException;
import dev.kspm.resource.Hole;
import dev.kspm.resource.ReadRequest;
import dev.kspm.resource.ResourceConnector;
import dev.kspm.resource.ResourceSink;
import dev.kspm.resource.SkippedInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody exported: files, folders, archives (tar, tar.gz, zip) or a stream, with JSON,
 * JSON Lines and YAML in them. Not thread-safe.
 *
 * <p>Documents are recognised by what is in them, never by the name of their file. Every byte is
 * accounted for. A file that should have been read and could not be may have held anything: then
 * every type of the snapshot may lack members, and verdicts that look at whole collections become
 * {@code UNKNOWN}.
 */
public final class SnapshotConnector implements ResourceConnector {
  private static final String STANDARD_INPUT = "standard input";

  private final String name;
  private final @Nullable Path path;
  private final @Nullable InputStream stream;
  private final SnapshotOptions options;

  private SnapshotConnector(
      String name, @Nullable Path path, @Nullable InputStream stream, SnapshotOptions options) {
    this.name = name;
    this.path = path;
    this.stream = stream;
    this.options = options;
  }

  /** A file, folder or archive. */
  public static SnapshotConnector of(Path path) {
    return of(path, SnapshotOptions.DEFAULT);
  }

  /** A file, folder or archive. */
  public static SnapshotConnector of(Path path, SnapshotOptions options) {
    return new SnapshotConnector("snapshot " + path, path, null, options);
  }

  /** A stream, which is read to its end and stays open. */
  public static SnapshotConnector of(InputStream stream, SnapshotOptions options) {
    return new SnapshotConnector(STANDARD_INPUT, null, stream, options);
  }

  @Override
  public String name() {
    return name;
  }

  /** Any type may be in a snapshot. */
  @Override
  public Set<String> types() {
    return Set.of();
  }

  @Override
  public void read(ReadRequest request, ResourceSink sink) {
    Reading reading =
        new Reading(
            options,
            new DocumentCollector(
                new CollectorOptions(snapshotName(), options.cluster(), options.openConfigMaps())));
    try {
      if (path != null) {
        walk(path, reading);
      } else if (stream != null) {
        stream(stream, reading);
      }
    } catch (IOException e) {
      throw new ConnectorException(name + ": cannot be read: " + e.getMessage(), e);
    }
    if (reading.account.documentsUsed() == 0) {
      throw new ConnectorException(nothing(reading));
    }
    Types seen = new Types(sink, reading.account.isAnythingLost());
    reading.collector.read(seen);
    if (reading.account.isAnythingLost()) {
      seen.types.forEach(type -> sink.hole(Hole.collection(Hole.EVERYWHERE, type, lost(reading))));
    }
    sink.input(reading.account.total());
  }

  private static void walk(Path path, Reading reading) throws IOException {
    if (!Files.exists(path)) {
      throw new ConnectorException(path + ": no such file or folder");
    }
    if (!Files.isReadable(path)) {
      throw new ConnectorException(path + ": permission denied");
    }
    new Walk(path.toAbsolutePath().normalize(), reading).run();
  }

  private static void stream(InputStream stream, Reading reading) throws IOException {
    long limit = reading.options.maxFile();
    byte[] bytes = stream.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, limit + 1));
    if (bytes.length > limit) {
      throw new ConnectorException(STANDARD_INPUT + ": larger than " + limit + " bytes");
    }
    reading.countFile();
    new Folder(reading).file(STANDARD_INPUT, bytes, 0);
  }

  private String snapshotName() {
    if (path == null) {
      return "stdin";
    }
    Path file = path.toAbsolutePath().normalize().getFileName();
    return file == null ? "snapshot" : file.toString();
  }

  private String nothing(Reading reading) {
    String what = path == null ? STANDARD_INPUT : path.toString();
    List<SkippedInput> skipped = reading.account.skipped();
    if (skipped.isEmpty()) {
      return what + ": nothing in it";
    }
    SkippedInput first = skipped.get(0);
    String place = first.position().isEmpty() ? "" : ":" + first.position();
    String more = skipped.size() == 1 ? "" : " (and " + (skipped.size() - 1) + " more skipped)";
    int entry = first.source().indexOf('!');
    String source =
        path != null && Files.isDirectory(path)
            ? what + "/" + first.source()
            : what + (entry < 0 ? "" : first.source().substring(entry));
    return source + place + ": " + first.reason() + more;
  }

  private static String lost(Reading reading) {
    SkippedInput first = reading.account.firstLost().orElseThrow();
    return "not everything could be read, such as " + first.source() + ": " + first.reason();
  }

  /** Passes everything on and keeps the types. */
  private static final class Types implements ResourceSink {
    private final ResourceSink sink;
    private final boolean anythingLost;
    private final Set<String> types = new TreeSet<>();

    Types(ResourceSink sink, boolean anythingLost) {
      this.sink = sink;
      this.anythingLost = anythingLost;
    }

    @Override
    public void resource(dev.kspm.resource.Resource resource) {
      types.add(resource.type());
      sink.resource(resource);
    }

    @Override
    public void hole(Hole hole) {
      sink.hole(hole);
    }

    @Override
    public void completeness(Completeness word) {
      types.add(word.resourceType());
      if (!anythingLost || word.state() != Completeness.State.NOT_ASKED) {
        sink.completeness(word); // what was lost may have been asked for
      }
    }

    @Override
    public void cluster(dev.kspm.resource.ClusterIdentity cluster) {
      sink.cluster(cluster);
    }

    @Override
    public void input(dev.kspm.resource.InputAccount account) {
      sink.input(account);
    }
  }
}
