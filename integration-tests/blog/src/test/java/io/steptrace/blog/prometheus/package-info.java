/** The metrics of the demo application in a Prometheus, as the dashboard and the alert rules ask for them. Imports neighbours. */
package io.steptrace.blog.prometheus;
