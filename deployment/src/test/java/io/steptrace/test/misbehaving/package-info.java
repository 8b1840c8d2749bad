/** Applications whose exceptions, results and arguments misbehave. Imports no other test. */
package io.steptrace.test.misbehaving;
