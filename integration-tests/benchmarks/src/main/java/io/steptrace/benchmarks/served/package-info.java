/**
 * Processes that are measured: served builds under load, and those watched until they say that they are done. Imports Vert.x;
 * knows Quarkus by the lines it prints and its health page, so that the client is the same for all builds.
 */
package io.steptrace.benchmarks.served;
