/** What the collector gets of an application whose code waits and does not say so. */
package io.steptrace.waits;
