package io.steptrace.runtime.internal.context;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;

/**
 * The context storage of the platform, in which {@code Context.current()} and {@code Span.current()} are those of the
 * {@link CarriedContext}. Thread-safe.
 * <p>
 * OpenTelemetry wraps its storage once, before its first use, and keeps it as long as its classes: a live reload finds it
 * there. Where the storage was in use before us, steps and effects alone ask the {@link CarriedContext}.
 */
public final class CarriedContextStorage implements ContextStorage {

    private static volatile ContextStorage platform;

    private final ContextStorage delegate;

    private CarriedContextStorage(ContextStorage delegate) {
        this.delegate = delegate;
        platform = delegate;
    }

    /** To be called before the first use of any OpenTelemetry context; later it has no effect. */
    public static void install() {
        if (!isInstalled()) {
            ContextStorage.addWrapper(CarriedContextStorage::new);
        }
    }

    static boolean isInstalled() {
        return platform != null;
    }

    /** The storage of the platform itself. */
    static ContextStorage stored() {
        ContextStorage known = platform;
        return known != null ? known : ContextStorage.get();
    }

    @Override
    public Scope attach(Context toAttach) {
        Scope scope = delegate.attach(toAttach);
        // null means to attach nothing
        return toAttach == null ? scope : CarriedContext.attached(toAttach, scope);
    }

    @Override
    public Context current() {
        return CarriedContext.seen(delegate.current());
    }

    @Override
    public Context root() {
        return delegate.root();
    }
}
