package io.steptrace.runtime.internal.telemetry;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.text.EnumName;

/** The attributes of metric series, made once each; a bounded number, beyond which all share the series {@code other}. */
public final class SeriesAttributes {

    /** More than an application has queues. */
    static final int MAX_SERIES = 1_000;

    private static final String OTHER = "other";
    private static final AttributeKey<String> CAUSE = AttributeKey.stringKey("cause");

    private static final ConcurrentMap<String, Attributes> BY_QUEUE = new ConcurrentHashMap<>();
    private static final ConcurrentMap<Park, Attributes> BY_PARK = new ConcurrentHashMap<>();

    private SeriesAttributes() {
    }

    /** Of the series of one queue. */
    public static Attributes ofQueue(String queue) {
        Attributes known = BY_QUEUE.get(queue);
        if (known != null) {
            return known;
        }
        String counted = BY_QUEUE.size() < MAX_SERIES ? queue : OTHER;
        return BY_QUEUE.computeIfAbsent(counted, name -> Attributes.of(AttributeKeys.JOB_QUEUE, BoundedText.name(name)));
    }

    /** Of the series of parks for one cause, of jobs of one queue; null for work that went through none. */
    public static Attributes ofPark(String queue, ParkCause cause) {
        Park park = new Park(queue, cause);
        Attributes known = BY_PARK.get(park);
        if (known != null) {
            return known;
        }
        Park counted = BY_PARK.size() < MAX_SERIES ? park : new Park(OTHER, cause);
        return BY_PARK.computeIfAbsent(counted, SeriesAttributes::make);
    }

    /** Of the series that are named by the target of effects, such as those of a cache. */
    public static Attributes ofTarget(String target) {
        return Attributes.of(AttributeKeys.EFFECT_TARGET, BoundedText.name(target));
    }

    /** Of the series of one reason for which traces are kept or dropped. */
    public static Attributes ofReason(String reason) {
        return Attributes.of(AttributeKeys.REASON, reason);
    }

    private static Attributes make(Park park) {
        String cause = EnumName.of(park.cause);
        return park.queue == null ? Attributes.of(CAUSE, cause)
                : Attributes.of(CAUSE, cause, AttributeKeys.JOB_QUEUE, BoundedText.name(park.queue));
    }

    private record Park(String queue, ParkCause cause) {
    }
}
