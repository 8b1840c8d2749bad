package io.steptrace.runtime.internal.export.delivery;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.steptrace.runtime.internal.export.spool.Spool;

/** A spool with a method that does its work, and then throws; for some times. */
record FailingSpool(Spool delegate, String method, Queue<Error> errors) implements InvocationHandler {

    static Spool of(Spool delegate, String method, Error... errors) {
        return (Spool) Proxy.newProxyInstance(Spool.class.getClassLoader(), new Class<?>[] { Spool.class },
                new FailingSpool(delegate, method, new ConcurrentLinkedQueue<>(List.of(errors))));
    }

    @Override
    public Object invoke(Object proxy, Method called, Object[] arguments) throws Throwable {
        Object answer;
        try {
            answer = called.invoke(delegate, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        Error error = called.getName().equals(method) && answer != null ? errors.poll() : null;
        if (error != null) {
            throw error;
        }
        return answer;
    }
}
