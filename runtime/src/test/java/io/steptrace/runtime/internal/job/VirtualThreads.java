package io.steptrace.runtime.internal.job;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** Virtual threads where the JDK has them; found reflectively, because the tests are compiled for a JDK that has none. */
public final class VirtualThreads {

    private VirtualThreads() {
    }

    /** Makes virtual threads; empty on a JDK without them. */
    public static Optional<ThreadFactory> factory() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
            return Optional.of((ThreadFactory) factory.invoke(builder));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
