/**
 * The long run: an application with everything switched on, under a load of all kinds, while its collector comes and goes.
 * Imports {@code comparison}, {@code served}, the load and the account of {@code drill}, the collectors of the integration
 * tests and Vert.x; knows nothing of the extension but the keys of its configuration and the names of its metrics.
 */
package io.steptrace.benchmarks.soak;
