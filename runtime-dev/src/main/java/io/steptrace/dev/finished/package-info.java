/**
 * Where each finished trace comes in, and goes to the pages and to what advice is made of. Imports {@code ring},
 * {@code drawing}, {@code advice}, and what a listener of the runtime needs.
 */
package io.steptrace.dev.finished;
