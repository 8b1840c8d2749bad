/**
 * The traces that were finished last, in a form that outlives the application that has recorded them. Imports {@code answer},
 * and JSON of Vert.x.
 */
package io.steptrace.dev.ring;
