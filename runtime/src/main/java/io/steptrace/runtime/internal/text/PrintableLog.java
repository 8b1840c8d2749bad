package io.steptrace.runtime.internal.text;

import org.jboss.logging.Logger;

/**
 * A log of the extension, whose lines stay lines, with any quotation in them: in their text, and in what a failure and its
 * causes say. All lines of Steptrace go through one, but for trees on the console.
 */
public final class PrintableLog extends Logger {

    private static final long serialVersionUID = 1L;

    private final transient Logger delegate;

    private PrintableLog(String category) {
        super(category);
        this.delegate = Logger.getLogger(category);
    }

    /** The log of a class. */
    public static Logger of(Class<?> category) {
        return of(category.getName());
    }

    /** The log of this category. */
    public static Logger of(String category) {
        return new PrintableLog(category);
    }

    @Override
    public boolean isEnabled(Level level) {
        return delegate.isEnabled(level);
    }

    @Override
    protected void doLog(Level level, String caller, Object message, Object[] parameters, Throwable thrown) {
        if (isEnabled(level)) {
            delegate.log(caller, level, PrintableText.of(String.valueOf(message)), parameters, PrintableFailure.of(thrown));
        }
    }

    @Override
    protected void doLogf(Level level, String caller, String format, Object[] parameters, Throwable thrown) {
        if (isEnabled(level)) {
            doLog(level, caller, String.format(format, parameters), null, thrown);
        }
    }
}
