package io.steptrace.runtime.internal.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What can be changed whenever the application starts. */
@ConfigMapping(prefix = "quarkus.steptrace")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface SteptraceConfig {

    /** When a wait becomes a span of its own. */
    Promote promote();

    /** Which traces are kept, and who else may say so. */
    SamplerConfig sampler();

    /** How the tail of the sampler is bounded. */
    SamplingConfig tail();

    /** Whether every wait of every job becomes a span of its own, however short. Meant for debugging. */
    @WithDefault("false")
    boolean debugJobs();

    /** What is recorded of HTTP requests. */
    Http http();

    /** Which waits inside the platform park the work that waits, without the application saying so. */
    Parks parks();

    /** Messages between processes. */
    Messaging messaging();

    /** How spans reach their collector. */
    ExportConfig export();

    /** The names of the queues that have a role. */
    Queue queue();

    /** The queues by name. A queue that is used but not configured here has the defaults. */
    @ConfigDocMapKey("name")
    Map<String, Limits> queues();

    /** Whether the number of jobs that wait is exported as the metric `steptrace.job.depth`. */
    @WithDefault("false")
    boolean exportJobDepth();

    /**
     * Where the lifecycle of a job is recorded: `span-events` for events of its span, `logs` for log-based events, or `none`.
     * The durations are attributes of the span in any case.
     */
    @WithDefault("span-events")
    String events();

    /** Waits that the application does not mark. */
    DetectConfig detect();

    /** Finished local traces as trees in the log. */
    ConsoleConfig console();

    /** The pages of the Dev UI. */
    DevConfig dev();

    /** What is said of requests and jobs that do not end. */
    StuckConfig stuck();

    /**
     * The names of exception types that are answers of the application and not faults, subtypes included. Absent means that
     * only annotations, classifiers and declared exceptions decide.
     */
    Optional<List<String>> applicationErrors();

    /** Thresholds of promotion. */
    interface Promote {

        /** How long a job waits in its queue before the wait is promoted. Zero promotes every wait; negative is refused. */
        @WithDefault("5ms")
        Duration queueWait();

        /** How long a single park takes before it is promoted. Zero promotes every park; negative is refused. */
        @WithDefault("5ms")
        Duration parkWait();

        /**
         * What a wait is compared with: `fixed` for the thresholds above, or `route-p95` for what 95 of 100 waits of its kind
         * on the same route did not exceed of late, if that is longer.
         */
        @WithDefault("fixed")
        String threshold();

        /** How far back the percentiles of a route look. More than zero. */
        @WithDefault("60s")
        Duration routeWindow();
    }

    /** Kinds of thresholds. */
    enum Threshold {
        /** The same for all routes. */
        FIXED,
        /** The 95th percentile of the route, with the fixed threshold as its floor. */
        ROUTE_P95
    }

    /** HTTP requests. */
    interface Http {

        /**
         * What the span of a request is called: `prefixed` for `http.server: GET /posts/{id}`, or `semconv` for
         * `GET /posts/{id}`, as the semantic conventions have it.
         */
        @WithDefault("prefixed")
        String spanName();

        /** Whether the attributes of a request stand under their former keys as well, such as `http.method`. */
        @WithDefault("true")
        boolean legacyKeys();

        /** Whether path parameters are recorded as `url.path.params.<name>`. They may be personal data. */
        @WithDefault("false")
        boolean pathParams();

        /** Whether the hand-over of a request from the event loop to a worker or virtual thread is recorded. */
        @WithDefault("true")
        boolean dispatch();
    }

    /** Names of the spans of requests. */
    enum SpanName {
        /** With the prefix `http.server: `. */
        PREFIXED,
        /** As the semantic conventions of OpenTelemetry say. */
        SEMCONV
    }

    /** The pools of the platform. */
    interface Parks {

        /** Whether waits for a connection of an exhausted JDBC pool are parks. If not, data sources stay as they are. */
        @WithDefault("true")
        boolean jdbc();

        /**
         * Whether waits for a connection of an exhausted pool of a Vert.x HTTP client, such as that of a REST client, are
         * parks. If not, the metrics of Vert.x stay as they are.
         */
        @WithDefault("true")
        boolean httpClient();
    }

    /** Messages of brokers. */
    interface Messaging {

        /**
         * Whether messages say in the header `steptrace-enqueued` when they were sent, so that the wait of their consumer
         * counts from there. If not, the header is neither sent nor read, and no timestamp stands in for it.
         */
        @WithDefault("true")
        boolean enqueuedHeader();

        /**
         * Whether the timestamp of a Kafka record stands in for the header `steptrace-enqueued` where that is missing: the
         * producer's client stamps each record as it is sent, to the millisecond. Switch it off where applications set
         * timestamps that mean something else, such as the time of an event.
         */
        @WithDefault("true")
        boolean recordTimestamp();

        /**
         * How long ago a message may have been sent, by its header `steptrace-enqueued` or its timestamp, for its wait to be
         * recorded. One that says more, or an instant as far in the future, is ignored as if it were absent. Zero believes
         * any; negative is refused.
         */
        @WithDefault("7d")
        Duration enqueuedMaxAge();
    }

    /** Roles of queues. */
    interface Queue {

        /** The queue on which work declared for the queue `effects` runs. */
        @WithDefault(EFFECTS)
        String effects();

        /** The queue on which work declared for the queue `continuations` runs. */
        @WithDefault(CONTINUATIONS)
        String continuations();

        /** How code calls the queue for effects. */
        String EFFECTS = "effects";

        /** How code calls the queue for continuations. */
        String CONTINUATIONS = "continuations";
    }

    /** The limits of one queue. */
    interface Limits {

        /** How many jobs of the queue run at a time. At least 1. */
        @ConfigDocDefault("twice the number of cores")
        OptionalInt concurrency();

        /** How many jobs wait beyond those that run. Zero lets none wait; negative is refused. */
        @WithDefault(DEFAULT_CAPACITY)
        int capacity();

        /** Whether jobs run on virtual threads. On a JDK without them, Quarkus falls back to its worker pool. */
        @WithDefault("false")
        boolean virtualThreads();

        /**
         * The HTTP status of a request that fails because the queue refuses its job, if the application does not answer it
         * itself: 503, for example, or 429. 400 to 599.
         */
        @WithDefault(DEFAULT_REJECTION_STATUS)
        int rejectionStatus();

        /** The status of a queue that is not configured. */
        String DEFAULT_REJECTION_STATUS = "503";

        /** The capacity of a queue that is not configured. */
        String DEFAULT_CAPACITY = "1000";
    }

    /** Where lifecycle events go. */
    enum Events {
        /** Events of the span. */
        SPAN_EVENTS,
        /** Log-based events, correlated with the span. */
        LOGS,
        /** Nowhere. */
        NONE
    }
}
