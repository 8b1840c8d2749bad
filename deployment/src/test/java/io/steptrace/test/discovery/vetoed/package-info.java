/** A package without beans, whatever its classes say. */
@Vetoed
package io.steptrace.test.discovery.vetoed;

import jakarta.enterprise.inject.Vetoed;
