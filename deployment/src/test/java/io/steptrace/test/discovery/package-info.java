/** Which methods are traced: inheritance, absent beans, rejected builds. Imports the fixture. */
package io.steptrace.test.discovery;
