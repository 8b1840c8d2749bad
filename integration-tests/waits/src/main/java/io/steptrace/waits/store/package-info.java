/** Waits for a store of keys and values, whose client blocks on a future. Imports nothing of the application. */
package io.steptrace.waits.store;
