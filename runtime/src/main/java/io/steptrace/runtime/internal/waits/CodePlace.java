package io.steptrace.runtime.internal.waits;

/**
 * The line of code that waited: the first frame of the application, else the first outside of the JDK.
 *
 * @param function the qualified name of the class and the method; {@code null} if unknown
 * @param lineNumber 0 if unknown
 * @param stackTrace the frames as text, those of the application first; {@code null} for none
 */
public record CodePlace(String function, int lineNumber, String stackTrace) implements WaitPlace {

    /** No frame is known. */
    public static final CodePlace UNKNOWN = new CodePlace(null, 0, null);

    @Override
    public CodePlace code() {
        return this;
    }

    /** The simple name of the class, the method and the line, such as {@code PostCache.refresh:41}; null if unknown. */
    public String shortPlace() {
        if (function == null) {
            return null;
        }
        int method = function.lastIndexOf('.');
        String name = function.substring(function.lastIndexOf('.', method - 1) + 1);
        return lineNumber > 0 ? name + ':' + lineNumber : name;
    }
}
