/** What runs by the clock: jobs of the scheduler, and what opens the day. Imports the inventory and pricing packages. */
package io.steptrace.features.nightly;
