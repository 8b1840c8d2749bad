/** Golden traces of requests on virtual threads, and what is said of those that hang. */
package io.steptrace.threads;
