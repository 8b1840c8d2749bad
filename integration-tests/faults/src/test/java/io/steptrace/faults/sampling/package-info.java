/** Clients that choose trace ids, flags and failures in order to be sampled, or to keep other traces from it. */
package io.steptrace.faults.sampling;
