/** What stands between an application and its collector: a proxy, a forwarder that goes silent. */
package io.steptrace.collector.path;
