/**
 * Nodes: from the processes and files of a host to its document, in the shape of Datadog's agent
 * with the settings that take effect beside it.
 *
 * <p>The host is seen through {@code HostTree}, so that a live system, a mounted root and an
 * archive give the same document. Key and token files are never opened.
 */
@NullMarked
package dev.kspm.connectors.documents.host;

import org.jspecify.annotations.NullMarked;
