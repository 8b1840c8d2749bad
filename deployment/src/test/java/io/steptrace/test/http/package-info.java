/** The span of an HTTP request: its name, its attributes, its failure, its end. Imports the fixture. */
package io.steptrace.test.http;
