/** The browser, and what can be seen and done on each page; may import Playwright. */
package io.steptrace.browser.page;
