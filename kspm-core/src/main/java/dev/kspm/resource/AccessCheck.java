package dev.kspm.resource;

/**
 * What a connector found out about one permission without reading anything. Immutable.
 *
 * @param permission in the provider's words: {@code eks:DescribeCluster}, {@code list pods}
 * @param resourceType the type that cannot be read without it
 * @param scope the cluster or account
 * @param state whether it is granted
 * @param detail what the provider said
 */
public record AccessCheck(
    String permission, String resourceType, String scope, State state, String detail) {
  /** Whether a permission is granted. */
  public enum State {
    GRANTED,
    DENIED,
    /** The provider does not tell. */
    UNTOLD
  }
}
