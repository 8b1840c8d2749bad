package io.steptrace.runtime.internal.waits;

/**
 * The line of code that waited: the first frame of the application, else the first outside of the JDK.
 *
 * @param function the qualified name of the class and the method; {@code null} if unknown
 * @param lineNumber 0 if unknown
 * @param stackTrace the frames as text, those of the application first; {@code null} for none
 */
public record CodePlace(String function, int lineNumber, String stackTrace) {

    /** No frame is known. */
    public static final CodePlace UNKNOWN = new CodePlace(null, 0, null);
}
