package dev.kspm.connectors.documents.host;

import java.util.Arrays;

/** What can be told of a tar archive from its bytes. Stateless and thread-safe. */
public final class HostArchive {
  private static final int BLOCK = 512;

  private HostArchive() {}

  /**
   * Whether an archive has its end. A reader of archives takes one that was cut between two
   * entries, or what is none at all, for a complete one.
   */
  public static boolean isComplete(byte[] tar) {
    return tar.length >= BLOCK
        && Arrays.equals(tar, tar.length - BLOCK, tar.length, new byte[BLOCK], 0, BLOCK);
  }
}
