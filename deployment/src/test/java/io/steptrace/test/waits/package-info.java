/** Waits that the application does not mark. */
package io.steptrace.test.waits;
