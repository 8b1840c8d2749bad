/** Waits for the network: a socket, and a client of another endpoint. Imports nothing of the application. */
package io.steptrace.waits.io;
