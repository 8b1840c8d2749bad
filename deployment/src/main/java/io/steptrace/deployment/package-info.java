/**
 * What happens at build time: finding, checking and intercepting steps and effects, and opening their queues. One processor per
 * capability. Imports {@code method}, {@code config}, {@code export}, {@code platform} and the runtime.
 */
package io.steptrace.deployment;
