/**
 * Waits on threads other than the one of a request: queues, the scheduler, the event bus. Imports nothing of the application.
 */
package io.steptrace.waits.background;
