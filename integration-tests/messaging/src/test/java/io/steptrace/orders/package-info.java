/** Tests of orders with a real broker in between. */
package io.steptrace.orders;
