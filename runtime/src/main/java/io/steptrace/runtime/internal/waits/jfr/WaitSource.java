package io.steptrace.runtime.internal.waits.jfr;

import io.steptrace.runtime.internal.waits.WaitListener;

/** Where the waits come from. Made and run by the thread of a stream, closed by any; closing twice is harmless. */
interface WaitSource extends AutoCloseable {

    /** Reports waits, and returns when it has been closed or can report no more. */
    void run() throws Exception;

    @Override
    void close();

    /** Makes a source; may take a second. */
    @FunctionalInterface
    interface Opening {

        WaitSource open(WaitListener listener, ParkArming arming) throws Exception;
    }
}
