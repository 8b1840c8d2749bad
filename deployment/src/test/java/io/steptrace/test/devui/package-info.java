/** Dev mode: what feeds the pages of the Dev UI, and the tools for an assistant. */
package io.steptrace.test.devui;
