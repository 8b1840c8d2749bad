/** What all fuzzing has in common: inputs that are almost valid, and what they may cost. Imports jqwik alone. */
package io.steptrace.runtime.internal.fuzz;
