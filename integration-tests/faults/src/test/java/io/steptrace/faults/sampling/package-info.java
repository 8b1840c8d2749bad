/** Clients that choose trace ids, flags and failures in order to be sampled, or to keep other clients from it. */
package io.steptrace.faults.sampling;
