package io.steptrace.runtime.internal.export;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** A spool with a method that does its work, and then there is no memory to go on; for some times. */
record FailingSpool(Spool delegate, String method, AtomicInteger errors) implements InvocationHandler {

    static Spool of(Spool delegate, String method, int errors) {
        return (Spool) Proxy.newProxyInstance(Spool.class.getClassLoader(), new Class<?>[] { Spool.class },
                new FailingSpool(delegate, method, new AtomicInteger(errors)));
    }

    @Override
    public Object invoke(Object proxy, Method called, Object[] arguments) throws Throwable {
        Object answer;
        try {
            answer = called.invoke(delegate, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        boolean isMeant = called.getName().equals(method) && answer != null;
        if (isMeant && errors.getAndDecrement() > 0) {
            throw new OutOfMemoryError("test");
        }
        return answer;
    }
}
