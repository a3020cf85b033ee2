package dev.kspm.resource;

import java.util.ArrayList;
import java.util.List;

/**
 * Where every byte of the input went: read = used + skipped. Immutable and thread-safe.
 *
 * @param bytes in bytes of the files as they were decompressed
 * @param documents in JSON or YAML documents and members of lists
 * @param skipped what was skipped, with places
 */
public record InputAccount(Count bytes, Count documents, List<SkippedInput> skipped) {
  /** An account of nothing, for connectors that read no files. */
  public static final InputAccount NONE =
      new InputAccount(new Count(0, 0, 0), new Count(0, 0, 0), List.of());

  public InputAccount {
    skipped = List.copyOf(skipped);
  }

  /** A quantity and its two parts, which add up; anything else is an IllegalArgumentException. */
  public record Count(long read, long used, long skipped) {
    public Count {
      if (read != used + skipped) {
        throw new IllegalArgumentException(
            "read " + read + " is not used " + used + " + skipped " + skipped);
      }
    }

    /** The sum of two counts. */
    public Count plus(Count other) {
      return new Count(read + other.read, used + other.used, skipped + other.skipped);
    }
  }

  /** Both accounts together. */
  public InputAccount plus(InputAccount other) {
    List<SkippedInput> all = new ArrayList<>(skipped);
    all.addAll(other.skipped);
    return new InputAccount(bytes.plus(other.bytes), documents.plus(other.documents), all);
  }
}
