/** JMH benchmarks of the engine and of whole scans. Each says how it is run. */
@NullMarked
package dev.kspm.benchmarks;

import org.jspecify.annotations.NullMarked;
