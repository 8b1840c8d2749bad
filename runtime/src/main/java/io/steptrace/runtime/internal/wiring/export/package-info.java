/** Makes the export from its configuration, opens and closes it; sees all packages of the export, and {@code config}. */
package io.steptrace.runtime.internal.wiring.export;
