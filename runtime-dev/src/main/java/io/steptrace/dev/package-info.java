/**
 * What dev mode adds: the source of the pages in the Dev UI and of the answers for an assistant. Imports its own rooms and
 * anything of the runtime.
 */
package io.steptrace.dev;
