/** The pages of the Dev UI as a developer sees them; may import its page objects and the application. */
package io.steptrace.browser;
