/**
 * Writes the result of a scan: as a table for people, as JSON for scripts, as CSV for spreadsheets.
 *
 * <p>Each format is a {@link dev.kspm.reports.ReportWriter}; none of them computes anything that
 * the result does not hold already.
 */
@NullMarked
package dev.kspm.reports;

import org.jspecify.annotations.NullMarked;
