package dev.kspm.reports;

import dev.kspm.ScanResult;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the result of a scan in one format. Implementations are immutable and thread-safe. */
public interface ReportWriter {
  /** The name by which the format is asked for, such as {@code json}. */
  String format();

  /**
   * Writes a report. What is not text of the format itself is UTF-8; the stream is flushed and
   * stays open.
   *
   * @throws IOException when the stream cannot be written
   */
  void write(ScanResult result, OutputStream out) throws IOException;
}
