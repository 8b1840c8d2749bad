/** Orders that are taken at an endpoint and handled behind a broker. */
package io.steptrace.orders;
