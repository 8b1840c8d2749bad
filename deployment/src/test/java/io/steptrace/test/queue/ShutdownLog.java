package io.steptrace.test.queue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The warnings and errors up to the end of an application; a {@code QuarkusUnitTest} hears of none of its shutdown. */
final class ShutdownLog extends Handler implements BeforeAllCallback, AfterAllCallback {

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Consumer<List<LogRecord>> assertions;

    ShutdownLog(Consumer<List<LogRecord>> assertions) {
        this.assertions = assertions;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Logger.getLogger("").addHandler(this);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Logger.getLogger("").removeHandler(this);
        assertions.accept(records);
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
            records.add(record);
        }
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        // nothing is open
    }
}
