/** Which waits deserve a span of their own. Imports {@code java.*} only. */
package io.steptrace.runtime.internal.promotion;
