/**
 * Whether a trace, or a part of one, was working or waiting, and for what: plain Java over intervals of time. Imports
 * {@code java.*} only.
 */
package io.steptrace.runtime.internal.verdict;
