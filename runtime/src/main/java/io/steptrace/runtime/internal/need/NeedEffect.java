package io.steptrace.runtime.internal.need;

import java.util.Objects;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.steptrace.Slot;

/**
 * One effect of a need.
 *
 * @param slot where its result goes
 * @param call begins it
 * @param required whether the need fails with it
 * @param <T> the type of the result
 */
public record NeedEffect<T>(Slot<T> slot, Supplier<Uni<T>> call, boolean required) {

    /** Refuses what cannot be run. */
    public NeedEffect {
        Objects.requireNonNull(slot, "slot");
        Objects.requireNonNull(call, "effect");
    }
}
