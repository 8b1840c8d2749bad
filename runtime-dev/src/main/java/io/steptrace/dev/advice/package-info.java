/**
 * What the last minute says of queues, pools and routes, in words: plain Java over what was recorded. Imports {@code java.*}
 * and {@code answer} only.
 */
package io.steptrace.dev.advice;
