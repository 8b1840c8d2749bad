/** A package without beans, whatever its classes say. */
@Vetoed
package io.steptrace.test.vetoed;

import jakarta.enterprise.inject.Vetoed;
