package io.steptrace.faults;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Everything the application logs while this is open, exceptions included. Safe for any thread. */
public final class LogLines extends Handler implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LogLines() {
        setFormatter(new PatternFormatter("%p [%c] %s%e"));
    }

    public static LogLines open() {
        LogLines lines = new LogLines();
        root().addHandler(lines);
        return lines;
    }

    public List<String> all() {
        return List.copyOf(lines);
    }

    /** Those of the export. */
    public List<String> ofExport() {
        return lines.stream().filter(line -> line.contains("[io.steptrace.export]")).toList();
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(getFormatter().format(ExtLogRecord.wrap(line)));
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        root().removeHandler(this);
    }

    private static Logger root() {
        return Logger.getLogger("");
    }
}
