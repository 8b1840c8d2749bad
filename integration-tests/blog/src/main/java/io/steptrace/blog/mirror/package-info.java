/** The same text kept at three places: what each join of a need waits for, and what becomes of the rest. Imports nothing. */
package io.steptrace.blog.mirror;
