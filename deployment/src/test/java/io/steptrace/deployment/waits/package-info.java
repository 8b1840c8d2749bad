/** What the build knows of waits, on Jandex alone. Imports {@code waits}. */
package io.steptrace.deployment.waits;
