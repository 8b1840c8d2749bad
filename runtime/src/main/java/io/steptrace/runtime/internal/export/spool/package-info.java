/**
 * The bounded place where batches wait for their collector, and the one on the heap. Imports {@code export}.
 */
package io.steptrace.runtime.internal.export.spool;
