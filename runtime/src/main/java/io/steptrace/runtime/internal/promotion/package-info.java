/** Which waits deserve a span of their own. Imports {@code stats} and {@code java.*} only. */
package io.steptrace.runtime.internal.promotion;
