/** The context of a span across threads, executors, events and requests. Imports the fixture. */
package io.steptrace.test.context;
