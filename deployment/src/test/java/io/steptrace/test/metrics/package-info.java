/** The measurements of work. Imports the fixture. */
package io.steptrace.test.metrics;
