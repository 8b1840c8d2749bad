/** What the application under test has beside the blog; may import nothing of the tests. */
package io.steptrace.browser.application;
