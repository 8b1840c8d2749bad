/** Wires the detection of waits that were not marked. Imports anything below. */
package io.steptrace.runtime.internal.wiring.detection;
