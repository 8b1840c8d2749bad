/** Bounded queues: waiting, refusal, shutdown, virtual threads. Imports the fixture. */
package io.steptrace.test.queue;
