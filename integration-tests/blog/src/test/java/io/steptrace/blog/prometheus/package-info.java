/** Metrics of the blog in a Prometheus, as dashboard and alert rules ask for them. Imports neighbours. */
package io.steptrace.blog.prometheus;
