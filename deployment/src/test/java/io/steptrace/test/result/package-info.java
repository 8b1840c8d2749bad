/** The ends of work by kind of result: values, futures, {@code Uni}, {@code Multi}. Imports the fixture. */
package io.steptrace.test.result;
