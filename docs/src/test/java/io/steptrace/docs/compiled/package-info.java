/** What the compiler has against an example of the pages. Imports their pages, and the compiler of the JDK. */
package io.steptrace.docs.compiled;
