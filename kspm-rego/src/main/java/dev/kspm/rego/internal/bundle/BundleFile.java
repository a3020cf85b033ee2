package dev.kspm.rego.internal.bundle;

/** A file of a bundle, or of any archive. */
final class BundleFile {
  private final String path;
  private final String shown;
  private final byte[] bytes;

  /**
   * @param path its path inside the bundle; in a folder with a slash in front, in an archive as
   *     there
   * @param shown the path that messages show
   */
  BundleFile(String path, String shown, byte[] bytes) {
    this.path = path;
    this.shown = shown;
    this.bytes = bytes;
  }

  String path() {
    return path;
  }

  String shown() {
    return shown;
  }

  byte[] bytes() {
    return bytes;
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
