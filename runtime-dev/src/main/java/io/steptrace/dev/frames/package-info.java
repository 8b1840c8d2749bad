/** How much the Dev UI can be sent at once. Imports nothing of Steptrace. */
package io.steptrace.dev.frames;
