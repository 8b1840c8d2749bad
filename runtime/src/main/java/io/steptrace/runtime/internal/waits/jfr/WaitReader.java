package io.steptrace.runtime.internal.waits.jfr;

import io.steptrace.runtime.internal.waits.CodePlace;
import io.steptrace.runtime.internal.waits.DetectedWait;
import io.steptrace.runtime.internal.waits.WaitPlace;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;

/** Reads a wait from an event of the JDK. */
final class WaitReader {

    private final EventClock clock;
    private final RecordedPlaces places;

    WaitReader(EventClock clock, RecordedPlaces places) {
        this.clock = clock;
        this.places = places;
    }

    DetectedWait read(WaitEvent kind, RecordedEvent event) {
        String token = token(kind, event);
        // a pause of the JVM names no thread, or in a binary the one that collects
        RecordedThread thread = kind == WaitEvent.GC_PAUSE ? null : event.getThread();
        String address = kind.isOfSocket() ? address(event) : null;
        return new DetectedWait(kind.eventName(), kind.cause(token),
                thread == null ? DetectedWait.ALL_THREADS : thread.getJavaThreadId(),
                thread == null ? null : thread.getJavaName(),
                clock.nanos(event.getStartTime()), clock.nanos(event.getEndTime()),
                thread == null ? CodePlace.UNKNOWN : place(event),
                token, address, address == null ? 0 : event.getInt("port"));
    }

    /** In a binary events have no stack, until their chunk ends. */
    private WaitPlace place(RecordedEvent event) {
        return event.getStackTrace() == null ? new LatePlace(event) : places.of(event.getStackTrace());
    }

    /** The class that was waited for; {@code null} if unknown. */
    static String token(WaitEvent kind, RecordedEvent event) {
        RecordedClass type = kind.tokenField() == null ? null : event.getClass(kind.tokenField());
        return type == null ? null : type.getName();
    }

    /** None of a socket in the file system: it has no port, and what is named is a file. */
    private static String address(RecordedEvent event) {
        if (event.getInt("port") <= 0) {
            return null;
        }
        String address = event.getString("address");
        return address == null || address.isEmpty() ? event.getString("host") : address;
    }
}
