/** Traces under load, in which calls wait for a queue, a lock, a connection or a worker. */
package io.steptrace.blog.waits;
