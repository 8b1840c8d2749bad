/**
 * Endpoints that make requests wait under a handful of concurrent calls: in a queue, in a bulkhead, for a worker, for a
 * connection, or parked. Imports the post and database packages.
 */
package io.steptrace.blog.load;
