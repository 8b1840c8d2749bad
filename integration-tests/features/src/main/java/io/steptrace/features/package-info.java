/** An application in which many extensions of Quarkus meet: a package for each, written as their guides would. */
package io.steptrace.features;
