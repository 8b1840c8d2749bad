/** Tests of effects around active records. */
package io.steptrace.panache;
