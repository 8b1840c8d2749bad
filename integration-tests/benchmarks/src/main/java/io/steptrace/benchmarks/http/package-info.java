/**
 * Compares two builds of the blog under load, both served by processes of their own. Imports Vert.x; knows nothing of the
 * extension or of Quarkus, so that the client is the same for both.
 */
package io.steptrace.benchmarks.http;
