/** Tests of parcels with a real broker of Kafka in between. */
package io.steptrace.parcels;
