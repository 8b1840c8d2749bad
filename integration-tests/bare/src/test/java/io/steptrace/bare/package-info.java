/** What the extension does where there is no other. */
package io.steptrace.bare;
