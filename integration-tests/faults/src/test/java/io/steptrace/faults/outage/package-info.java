/** An outage of the collector: when requests leave, what is spooled, and what an operator sees. */
package io.steptrace.faults.outage;
