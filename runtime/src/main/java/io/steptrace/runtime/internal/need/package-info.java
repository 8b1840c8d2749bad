/**
 * The fan-out engine behind {@code io.steptrace.Need}: runs effects, joins them, and submits the continuation. Emits nothing
 * itself. Imports {@code work}, {@code context}, {@code queue} and {@code time}.
 */
package io.steptrace.runtime.internal.need;
