package io.steptrace.runtime.internal.waits.jfr;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.quarkus.runtime.ImageMode;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.waits.DetectedWait;
import io.steptrace.runtime.internal.waits.WaitListener;
import jdk.jfr.FlightRecorder;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/** The waits that JDK Flight Recorder reports. Loaded only by the thread of a stream: the module may be absent. */
final class FlightStream implements WaitSource {

    /**
     * A thread may be held up between the end of its wait and the event. Of 10,000 waits on a processor with more to do than it
     * can, one was later than this: it comes after the watermark.
     */
    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /**
     * Of what is in the folder for temporary files, beside the chunk that is being written: at most 12 MB, as the JDK has it.
     */
    private static final long MAX_BYTES = 16 << 20;

    private static final Duration MARK_PERIOD = Duration.ofSeconds(1);
    /** In a binary each monitor parks its thread, and both are reported. */
    private static final String MONITOR_OF_BINARY = "com.oracle.svm.core.monitor.";

    private final RecordingStream stream;
    private final WaitStreamSettings settings;
    private final WaitListener listener;
    private final ParkArming arming;
    private final EventClock clock = new EventClock();
    private final RecordedPlaces places;
    private final LatePlaces latePlaces;
    private final WaitReader reader;
    private final Runnable mark = WaitMark::emit;

    private final boolean isBinary = ImageMode.current() == ImageMode.NATIVE_RUN;

    private boolean isArmed = true;
    private long markNanos;

    FlightStream(WaitStreamSettings settings, WaitListener listener, ParkArming arming) {
        if (!FlightRecorder.isAvailable()) {
            throw new IllegalStateException("JDK Flight Recorder is not available");
        }
        this.settings = settings;
        this.listener = listener;
        this.arming = arming;
        this.places = new RecordedPlaces(settings.code(), settings.stackDepth());
        this.latePlaces = new LatePlaces(places, System.nanoTime());
        this.reader = new WaitReader(clock, places);
        this.stream = new RecordingStream();
    }

    @Override
    public void run() {
        stream.setOrdered(false);
        stream.setMaxSize(MAX_BYTES);
        for (WaitEvent kind : WaitEvent.values()) {
            enable(kind);
            stream.onEvent(kind.eventName(), event -> guarded(() -> read(kind, event)));
        }
        stream.enable(WaitMark.class).withPeriod(MARK_PERIOD);
        stream.onEvent(WaitMark.NAME, event -> guarded(() -> passed(event)));
        stream.onFlush(() -> guarded(this::flushed));
        FlightRecorder.addPeriodicEvent(WaitMark.class, mark);
        stream.start();
    }

    @Override
    public void close() {
        FlightRecorder.removePeriodicEvent(mark);
        stream.close();
    }

    private void enable(WaitEvent kind) {
        stream.enable(kind.eventName()).withThreshold(settings.threshold()).withStackTrace();
    }

    /** One event that cannot be read costs that event. */
    private static void guarded(Runnable reading) {
        BrokenTelemetry.guard(reading);
    }

    private void read(WaitEvent kind, RecordedEvent event) {
        // another recording may ask for shorter ones, which come through every stream
        if (event.getDuration().compareTo(settings.threshold()) < 0 || isRepetition(kind, event)) {
            return;
        }
        DetectedWait wait = reader.read(kind, event);
        boolean isWork = listener.waited(wait);
        if (isWork && isBinary) {
            latePlaces.ofWork(wait);
        }
        if (kind == WaitEvent.PARK) {
            arming.parked(isWork);
        }
    }

    private static boolean isRepetition(WaitEvent kind, RecordedEvent event) {
        String token = kind == WaitEvent.PARK ? WaitReader.token(kind, event) : null;
        return token != null && token.startsWith(MONITOR_OF_BINARY);
    }

    private void passed(RecordedEvent event) {
        markNanos = event.getLong(WaitMark.WALL_CLOCK);
        clock.agreeWith(EventClock.epochNanos(event.getStartTime()), markNanos, EventClock.epochNanos(event.getEndTime()));
    }

    private void flushed() {
        guarded(() -> latePlaces.flushed(System.nanoTime()));
        places.forget();
        if (markNanos > 0) {
            listener.reportedUntil(markNanos - LATE_NANOS);
        }
        boolean isToBeArmed = arming.isArmed(System.nanoTime());
        if (isToBeArmed != isArmed) {
            isArmed = isToBeArmed;
            if (isArmed) {
                enable(WaitEvent.PARK);
            } else {
                stream.disable(WaitEvent.PARK.eventName());
            }
        }
    }
}
