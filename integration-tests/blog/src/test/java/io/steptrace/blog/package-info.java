/** The demo application seen from outside: its answers, and the traces they leave. Imports the trace and promotion packages. */
package io.steptrace.blog;
