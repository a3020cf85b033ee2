package dev.kspm.cli;

import dev.kspm.ScanListener;
import dev.kspm.resource.ResourceConnector;
import java.io.PrintStream;

/** A line on standard error that tells how a scan goes on. */
final class ScanProgress implements ScanListener {
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;

  ScanProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public void reading(ResourceConnector connector) {
    show("reading " + connector.name());
  }

  @Override
  public void evaluating(int rules, int resources) {
    show("evaluating " + rules + " rules on " + resources + " resources");
  }

  @Override
  public void evaluated(int done, int of) {
    show("evaluated " + done + " of " + of);
  }

  /** Takes the line away. */
  synchronized void end() {
    err.print(CLEAR);
    err.flush();
  }

  private synchronized void show(String text) {
    err.print(CLEAR + text);
    err.flush();
  }
}
