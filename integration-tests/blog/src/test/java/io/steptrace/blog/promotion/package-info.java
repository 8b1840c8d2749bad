/** Profiles that differ in when a wait becomes a span, and in what is scarce. Imports nothing of the application. */
package io.steptrace.blog.promotion;
