/**
 * Writes the result of a scan: as a table for people, as JSON for scripts, as CSV for spreadsheets.
 */
@NullMarked
package dev.kspm.reports;

import org.jspecify.annotations.NullMarked;
