/** Endpoints that make requests wait under a handful of concurrent calls: in a queue, or parked. Imports the post package. */
package io.steptrace.blog.load;
