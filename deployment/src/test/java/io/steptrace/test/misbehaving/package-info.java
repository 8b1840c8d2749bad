/** Applications whose exceptions, results and arguments misbehave; imports the fixtures of the package above. */
package io.steptrace.test.misbehaving;
