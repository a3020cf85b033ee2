/**
 * Where policies and data come from: files and folders, and bundles in folders and archives.
 *
 * <p>{@link dev.kspm.rego.internal.bundle.PathReader} reads what {@code opa --data} reads, {@link
 * dev.kspm.rego.internal.bundle.BundleReader} what {@code opa --bundle} reads, from the files that
 * {@link dev.kspm.rego.internal.bundle.BundleFiles} lists. {@link
 * dev.kspm.rego.internal.bundle.Roots} says which bundles may stand side by side, {@link
 * dev.kspm.rego.internal.bundle.Activation} puts them together. Nothing here compiles anything;
 * modules are parsed only where what is wrong with them, or their package, is part of the answer.
 */
@NullMarked
package dev.kspm.rego.internal.bundle;

import org.jspecify.annotations.NullMarked;
