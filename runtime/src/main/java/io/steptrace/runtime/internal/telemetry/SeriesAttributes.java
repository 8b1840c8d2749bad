package io.steptrace.runtime.internal.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.stats.BoundedMap;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.text.EnumName;

/** The attributes of metric series, made once each; a bounded number, beyond which all share the series {@code other}. */
public final class SeriesAttributes {

    /** More than an application has queues. */
    static final int MAX_SERIES = 1_000;

    private static final AttributeKey<String> CAUSE = AttributeKey.stringKey("cause");

    private static final BoundedMap<String, Attributes> BY_QUEUE = new BoundedMap<>(MAX_SERIES, queue -> BoundedMap.OTHER,
            queue -> Attributes.of(AttributeKeys.JOB_QUEUE, BoundedText.name(queue)));
    private static final BoundedMap<Park, Attributes> BY_PARK = new BoundedMap<>(MAX_SERIES,
            park -> new Park(BoundedMap.OTHER, park.cause, park.isDetected), SeriesAttributes::make);

    private SeriesAttributes() {
    }

    /** Of the series of one queue. */
    public static Attributes ofQueue(String queue) {
        return BY_QUEUE.get(queue);
    }

    /** Of the series of parks for one cause, of jobs of one queue; null for work that went through none. */
    public static Attributes ofPark(String queue, ParkCause cause) {
        return BY_PARK.get(new Park(queue, cause, false));
    }

    /** As {@link #ofPark}, of waits that were not marked. */
    public static Attributes ofDetectedPark(String queue, ParkCause cause) {
        return BY_PARK.get(new Park(queue, cause, true));
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
        AttributesBuilder attributes = Attributes.builder().put(CAUSE, EnumName.of(park.cause));
        if (park.queue != null) {
            attributes.put(AttributeKeys.JOB_QUEUE, BoundedText.name(park.queue));
        }
        if (park.isDetected) {
            attributes.put(AttributeKeys.JOB_PARK_DETECTED, true);
        }
        return attributes.build();
    }

    private record Park(String queue, ParkCause cause, boolean isDetected) {
    }
}
