/** Dev mode: live reload and continuous testing. Imports the fixture. */
package io.steptrace.test.reload;
