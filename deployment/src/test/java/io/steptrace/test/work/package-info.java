/** The spans of steps and effects: attributes, failures, events, promotion. Imports the fixture. */
package io.steptrace.test.work;
