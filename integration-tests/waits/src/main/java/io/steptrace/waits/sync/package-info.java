/** Waits of the Java platform: sleeps, locks, futures. Imports nothing of the application. */
package io.steptrace.waits.sync;
