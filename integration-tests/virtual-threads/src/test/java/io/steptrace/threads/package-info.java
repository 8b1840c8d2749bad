/** Golden traces of requests on virtual threads. */
package io.steptrace.threads;
