/** Waits that no code marks, as a collector gets them from the packaged application. */
package io.steptrace.faults.waits;
