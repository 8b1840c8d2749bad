/** What runs by the clock: jobs of the scheduler. Imports the inventory and pricing packages. */
package io.steptrace.features.nightly;
