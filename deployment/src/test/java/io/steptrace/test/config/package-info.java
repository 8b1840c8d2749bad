/** Configuration that is invalid, doubtful, or turns the extension off. Imports the fixture. */
package io.steptrace.test.config;
