package dev.kspm.rego.internal.bundle;

/**
 * A file of a bundle.
 *
 * @param path its path inside the bundle; in a folder with a slash in front, in an archive as there
 * @param shown the path that messages show
 */
record BundleFile(String path, String shown, byte[] bytes) {
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
