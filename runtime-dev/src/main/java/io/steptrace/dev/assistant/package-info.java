/**
 * The answers for an assistant: what the pages show, in words and without the values of attributes, unless they are asked for.
 * Imports {@code answer} and the words of {@code verdict}.
 */
package io.steptrace.dev.assistant;
