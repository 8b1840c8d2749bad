/** What clients say, and how much of it reaches collectors and logs. */
package io.steptrace.faults.words;
