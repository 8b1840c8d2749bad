/** The figures of the export as metrics. */
package io.steptrace.faults.metrics;
