package dev.kspm.connectors.documents.host;

/**
 * What is known of a file without opening it. Immutable.
 *
 * @param path from the host's root
 * @param directory whether it is a folder
 * @param user name of the owner, its number as text when it has no name
 * @param group name of the group, its number as text when it has no name
 * @param mode permission bits
 * @param size in bytes
 */
public record HostFile(
    String path, boolean directory, String user, String group, int mode, long size) {}
