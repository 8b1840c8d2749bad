package io.steptrace.runtime.internal.waits.jfr;

import java.time.Instant;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * An event that shows how far a stream is, and how its clock goes. The JDK has it emitted right before it flushes, by the same
 * thread: when the mark has come through a stream, so have all events that were emitted before it.
 */
@Name(WaitMark.NAME)
@Label("Mark")
@Category("Steptrace")
@Description("How far the stream of waits is")
@StackTrace(false)
@Enabled(false)
final class WaitMark extends Event {

    static final String NAME = "io.steptrace.WaitMark";
    static final String WALL_CLOCK = "wallClock";

    @Label("Wall Clock")
    @Description("Nanoseconds since the epoch at an instant between the begin and the end of this event")
    long wallClock;

    static void emit() {
        WaitMark mark = new WaitMark();
        mark.begin();
        mark.wallClock = EventClock.epochNanos(Instant.now());
        mark.end();
        mark.commit();
    }
}
