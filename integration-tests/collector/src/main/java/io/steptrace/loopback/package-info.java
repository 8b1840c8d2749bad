/** Ports of this machine that no other machine reaches. Imports the JDK alone. */
package io.steptrace.loopback;
