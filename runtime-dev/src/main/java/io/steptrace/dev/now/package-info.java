/**
 * What goes on at this moment, asked of the parts of the runtime that know it. Imports {@code answer}, {@code advice},
 * {@code drawing} and anything of the runtime.
 */
package io.steptrace.dev.now;
