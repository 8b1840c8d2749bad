/** What is said of work that does not end, while it does not. */
package io.steptrace.test.stuck;
