/**
 * Turns the JSON that AWS, Azure, Kubernetes and hosts answer with into resource documents: the one
 * place that knows how they look.
 */
@NullMarked
package dev.kspm.connectors.documents;

import org.jspecify.annotations.NullMarked;
