/** A package without beans: it is vetoed as a whole. Imports no other test. */
@Vetoed
package io.steptrace.test.discovery.vetoed;

import jakarta.enterprise.inject.Vetoed;
