/** The assertions of the kit, above all what they say when they fail; on spans that are made up. */
package io.steptrace.test;
