/** What an application needs before it can go on. Imports the fixture. */
package io.steptrace.test.need;
