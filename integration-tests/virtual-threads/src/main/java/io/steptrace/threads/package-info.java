/** A page made on virtual threads: endpoint, effects and continuation. */
package io.steptrace.threads;
