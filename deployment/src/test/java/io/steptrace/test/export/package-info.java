/** The exporter of spans, and what its configuration may say. Imports the fixture. */
package io.steptrace.test.export;
