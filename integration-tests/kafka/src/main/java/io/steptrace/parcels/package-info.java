/** Parcels that are taken at an endpoint and handled behind a broker, on one way for each kind of consumer. */
package io.steptrace.parcels;
