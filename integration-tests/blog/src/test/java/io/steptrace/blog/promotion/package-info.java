/** Profiles that differ only in when a wait becomes a span. Imports nothing of the application. */
package io.steptrace.blog.promotion;
