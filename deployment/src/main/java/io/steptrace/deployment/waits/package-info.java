/** What the build knows of waits that the application does not mark. Imports {@code config}. */
package io.steptrace.deployment.waits;
