/**
 * What a collector over HTTP gets: where, through whom, with which headers and in which form. Imports the collector and its
 * test support.
 */
package io.steptrace.faults.http;
