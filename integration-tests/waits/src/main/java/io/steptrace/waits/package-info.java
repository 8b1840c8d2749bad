/** An application that waits in many ways, and whose code says so nowhere but where it marks a wait on purpose. */
package io.steptrace.waits;
