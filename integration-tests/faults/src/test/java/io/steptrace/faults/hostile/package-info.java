/** A collector that means harm: to the memory and the event loops of the application. Imports the tests' common classes. */
package io.steptrace.faults.hostile;
