package io.steptrace.test;

import java.lang.reflect.Field;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

/** Resets the traces that are fields of a test before each of its methods: no test sees what another one left. */
public final class ResetBeforeEach implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        for (Class<?> type = context.getTestInstance().getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == Traces.class) {
                    reset(field, context.getTestInstance());
                }
            }
        }
    }

    private static void reset(Field field, Object test) {
        try {
            field.setAccessible(true);
            if (field.get(test) instanceof Traces traces) {
                traces.reset();
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
