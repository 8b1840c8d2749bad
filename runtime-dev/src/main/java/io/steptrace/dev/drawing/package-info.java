/**
 * What a page shows of one trace, made of the finished trace and of the verdicts on it. Imports {@code answer}, and of the
 * runtime {@code trace}, {@code verdict}, {@code console} and what lies below.
 */
package io.steptrace.dev.drawing;
