package dev.kspm;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads of one scan: named, and no reason for the JVM to stay. */
final class ScanThreads implements ThreadFactory {
  private final AtomicInteger count = new AtomicInteger();

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "kspm-scan-" + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
