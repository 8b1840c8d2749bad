/**
 * The application in front of a collector that misbehaves: which spans arrive, and how often. Imports the collector package.
 */
package io.steptrace.faults;
