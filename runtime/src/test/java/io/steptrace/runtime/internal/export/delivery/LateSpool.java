package io.steptrace.runtime.internal.export.delivery;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import io.steptrace.runtime.internal.export.spool.Spool;

/** A spool with something that happens once: right after a method has found nothing, and taking has. */
final class LateSpool implements InvocationHandler {

    private final Spool delegate;
    private final String lastLook;
    private final Runnable action;
    private boolean wasTakenFrom;
    private boolean hasHappened;

    private LateSpool(Spool delegate, String lastLook, Runnable action) {
        this.delegate = delegate;
        this.lastLook = lastLook;
        this.action = action;
    }

    /** @param lastLook the name of that method */
    static Spool of(Spool delegate, String lastLook, Runnable action) {
        return (Spool) Proxy.newProxyInstance(Spool.class.getClassLoader(), new Class<?>[] { Spool.class },
                new LateSpool(delegate, lastLook, action));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Object answer = method.invoke(delegate, arguments);
        wasTakenFrom |= method.getName().equals("take");
        if (wasTakenFrom && !hasHappened && method.getName().equals(lastLook)) {
            hasHappened = true;
            action.run();
        }
        return answer;
    }
}
