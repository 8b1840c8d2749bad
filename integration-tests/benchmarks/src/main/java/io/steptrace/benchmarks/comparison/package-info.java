/** How contestants are measured in turn, set against a rival and printed. Imports {@code java.*} alone. */
package io.steptrace.benchmarks.comparison;
