/** The rules of the house: who may import whom, and how large and how named things may be. */
package io.steptrace.architecture;
