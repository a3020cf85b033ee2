package dev.kspm.connectors.snapshot;

import dev.kspm.connectors.documents.DocumentCollector;
import dev.kspm.connectors.documents.Recognition;
import dev.kspm.rego.Json;
import dev.kspm.rego.policy.DataDocument;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.JsonWriteOptions;
import dev.kspm.rego.value.NullValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is under way while a snapshot is read: limits, the account, the collector. */
final class Reading {
  final SnapshotOptions options;
  final DocumentCollector collector;
  final Account account = new Account();
  private int files;

  Reading(SnapshotOptions options, DocumentCollector collector) {
    this.options = options;
    this.collector = collector;
  }

  int files() {
    return files;
  }

  /** Counts a file or an entry of an archive. */
  void countFile() {
    files++;
  }

  /** Why a file of this size cannot be read, empty when it can. */
  String refusal(long size) {
    if (size > options.maxFile()) {
      return "larger than " + options.maxFile() + " bytes";
    }
    return account.bytesRead() + size > options.maxTotal()
        ? "more than " + options.maxTotal() + " bytes altogether"
        : "";
  }

  /** Takes the content of a file that is no archive. */
  void text(String source, byte[] bytes) {
    if (bytes.length == 0) {
      emptyFile(source);
      return;
    }
    Optional<String> refusal = RefusedAnswer.in(bytes);
    if (refusal.isPresent()) {
      account.lose(source, "", bytes.length, refusal.get());
      return;
    }
    TextFile file = new TextFile(source, bytes);
    List<DataDocument> documents;
    try {
      documents = file.documents();
    } catch (DataException e) {
      if (file.shouldBeReadable()) {
        account.lose(source, e.row() + ":" + e.column(), bytes.length, e.text());
      } else {
        account.skip(source, "", bytes.length, "neither JSON nor YAML");
      }
      return;
    }
    long left = bytes.length;
    for (int i = 0; i < documents.size(); i++) {
      DataDocument document = documents.get(i);
      boolean last = i == documents.size() - 1;
      long size = last ? left : Math.min(left, document.end() - document.start());
      left -= size;
      document(source, document, documents.size() > 1, size);
    }
    if (documents.isEmpty()) {
      account.skip(source, "", bytes.length, "no document in it");
    }
  }

  /** A command that fails leaves an empty file where its answer should be. */
  private void emptyFile(String source) {
    if (TextFile.promisesDocuments(source)) {
      account.lose(source, "", 0, "empty");
    } else {
      account.skip(source, "", 0, "empty");
    }
  }

  private void document(String source, DataDocument document, boolean several, long size) {
    String place = several ? "line " + document.row() : "";
    if (document.value() instanceof NullValue) {
      account.skip(source, place, size, "an empty document");
      return;
    }
    Recognition found = collector.add(document.value(), source);
    long left = size;
    for (Recognition.Skipped part : found.skipped()) {
      boolean whole = part.position().isEmpty() || found.used() == 0 && found.skipped().size() == 1;
      long bytes = whole ? left : Math.min(left, length(part));
      left -= bytes;
      String within = place.isEmpty() ? part.position() : join(place, part.position());
      account.skip(source, within, bytes, part.reason());
    }
    account.used(found.used() == 0 ? 0 : left, found.used());
    if (found.used() == 0 && left > 0) {
      account.skip(source, place, left, "around parts that were skipped");
    }
  }

  private static String join(String place, String position) {
    return position.isEmpty() ? place : place + " " + position;
  }

  /** The parts of a list have no place in the text; their compact form is their least length. */
  private static long length(Recognition.Skipped part) {
    return Json.write(part.value(), JsonWriteOptions.COMPACT)
        .getBytes(StandardCharsets.UTF_8)
        .length;
  }

  static boolean isHidden(String name) {
    return name.startsWith(".") && !name.toLowerCase(Locale.ROOT).endsWith(".json");
  }
}
