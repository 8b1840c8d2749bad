/**
 * The spool that survives the process: segments of checked records in a folder. Imports {@code export} and {@code java.*} only.
 */
package io.steptrace.runtime.internal.export.disk;
