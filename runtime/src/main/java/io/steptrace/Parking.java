package io.steptrace;

import java.util.Objects;

import io.smallrye.mutiny.Uni;
import io.steptrace.runtime.internal.context.CarriedContext;
import io.steptrace.runtime.internal.job.ParkReason;
import io.steptrace.runtime.internal.work.Work;

/**
 * Marks the time in which the innermost step or effect waits instead of working.
 * <p>
 * Everything here may be called from any thread and never throws because of tracing. Outside any recorded step or effect all of
 * it is a no-op. Waits may overlap; the union of their intervals counts. A wait still open when its work ends closes there.
 */
public final class Parking {

    private static final Parked NOT_PARKED = () -> {
    };

    private Parking() {
    }

    /**
     * Begins a wait.
     *
     * @param cause why the work waits; not {@code null}
     * @return the wait, to be closed when the work goes on; never {@code null}
     */
    public static Parked park(ParkCause cause) {
        return park(CarriedContext.currentWork(), ParkReason.of(Objects.requireNonNull(cause, "cause")));
    }

    /**
     * Describes a wait in more detail before it begins.
     *
     * @param cause why the work waits; not {@code null}
     * @return a builder, not thread-safe
     */
    public static Builder on(ParkCause cause) {
        return new Builder(Objects.requireNonNull(cause, "cause"));
    }

    /**
     * Parks the work around each subscription, from the subscription to its termination, cancellation included.
     *
     * @param cause why the work waits; not {@code null}
     * @param wait what it waits for
     * @param <T> the type of the item
     * @return a {@code Uni} with the same outcome
     */
    public static <T> Uni<T> during(ParkCause cause, Uni<T> wait) {
        ParkReason reason = ParkReason.of(Objects.requireNonNull(cause, "cause"));
        Work assembling = CarriedContext.currentWork();
        return Uni.createFrom().deferred(() -> {
            Work subscribing = CarriedContext.currentWork();
            Parked parked = park(subscribing != null ? subscribing : assembling, reason);
            return wait.onTermination().invoke(parked::close);
        });
    }

    private static Parked park(Work work, ParkReason reason) {
        return work == null ? NOT_PARKED : work.park(reason)::run;
    }

    /** A wait that has begun. Closing it twice is harmless, closing it on another thread is fine. */
    @FunctionalInterface
    public interface Parked extends AutoCloseable {

        /** The work goes on. */
        @Override
        void close();
    }

    /** Describes a wait; not thread-safe. */
    public static final class Builder {

        private final ParkCause cause;
        private String token;
        private ParkReason.Limit limit;

        private Builder(ParkCause cause) {
            this.cause = cause;
        }

        /**
         * Names what exactly is waited for.
         *
         * @param name a name of low cardinality, such as that of a pool; {@code null} for none
         * @return this builder
         */
        public Builder token(String name) {
            this.token = name;
            return this;
        }

        /**
         * Says how full the limiting resource is.
         *
         * @param current the permits in use when the wait begins
         * @param max the permits there are
         * @return this builder
         */
        public Builder limit(int current, int max) {
            this.limit = new ParkReason.Limit(current, max);
            return this;
        }

        /**
         * Begins the wait.
         *
         * @return the wait, to be closed when the work goes on; never {@code null}
         */
        public Parked park() {
            return Parking.park(CarriedContext.currentWork(), new ParkReason(cause, token, limit));
        }
    }
}
