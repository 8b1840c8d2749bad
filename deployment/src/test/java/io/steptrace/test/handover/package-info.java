/** Requests on their way from the event loop to a worker thread. Imports the fixture. */
package io.steptrace.test.handover;
