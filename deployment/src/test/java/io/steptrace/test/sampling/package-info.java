/** Head and tail samplers in an application. Imports the fixture. */
package io.steptrace.test.sampling;
