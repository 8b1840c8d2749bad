/** The methods that are traced, and those that are not: inheritance, absent beans, rejected builds. Imports the fixture. */
package io.steptrace.test.discovery;
