/**
 * Builds of applications served by processes of their own, and what is measured of them: rounds, pairs of rounds, spans that
 * reach a sink. Imports Vert.x; knows nothing of the extension or of Quarkus, so that the client is the same for all builds.
 */
package io.steptrace.benchmarks.served;
