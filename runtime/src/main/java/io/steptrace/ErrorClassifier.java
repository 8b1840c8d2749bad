package io.steptrace;

import java.util.Optional;

/**
 * An optional CDI bean that says whose error a failure is, before every other rule is asked.
 * <p>
 * Called on the thread on which the failure is observed, which may be an event loop: it must not block. A classifier that
 * throws is taken as one without an opinion.
 */
public interface ErrorClassifier {

    /**
     * Classifies one failure.
     *
     * @param error the failure, never {@code null}; wrappers such as {@code CompletionException} are already removed
     * @return the origin, or empty for no opinion; never {@code null}
     */
    Optional<ErrorOrigin> classify(Throwable error);
}
