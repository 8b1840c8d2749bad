/** Bounds of texts that applications, clients and collectors choose. Imports {@code java} only. */
package io.steptrace.runtime.internal.text;
