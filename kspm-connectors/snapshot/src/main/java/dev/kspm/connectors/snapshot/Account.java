package dev.kspm.connectors.snapshot;

import dev.kspm.resource.InputAccount;
import dev.kspm.resource.SkippedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts where every byte and document goes. Not thread-safe. */
final class Account {
  private final List<SkippedInput> skipped = new ArrayList<>();
  private long bytesUsed;
  private long bytesSkipped;
  private long documentsUsed;
  private @Nullable SkippedInput firstLost;

  void used(long bytes, long documents) {
    bytesUsed += bytes;
    documentsUsed += documents;
  }

  /** Something that is of no use. */
  void skip(String source, String position, long bytes, String reason) {
    skipped.add(new SkippedInput(source, position, bytes, reason));
    bytesSkipped += bytes;
  }

  /** Something that may have been of use and could not be read. */
  void lose(String source, String position, long bytes, String reason) {
    skip(source, position, bytes, reason);
    if (firstLost == null) {
      firstLost = skipped.get(skipped.size() - 1);
    }
  }

  boolean isAnythingLost() {
    return firstLost != null;
  }

  Optional<SkippedInput> firstLost() {
    return Optional.ofNullable(firstLost);
  }

  long documentsUsed() {
    return documentsUsed;
  }

  long bytesRead() {
    return bytesUsed + bytesSkipped;
  }

  List<SkippedInput> skipped() {
    return List.copyOf(skipped);
  }

  InputAccount total() {
    return new InputAccount(
        new InputAccount.Count(bytesUsed + bytesSkipped, bytesUsed, bytesSkipped),
        new InputAccount.Count(documentsUsed + skipped.size(), documentsUsed, skipped.size()),
        skipped);
  }
}
