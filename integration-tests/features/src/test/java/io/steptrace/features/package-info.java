/** What the traces of an application look like in which many extensions meet. */
package io.steptrace.features;
