package io.steptrace.runtime.internal.wiring;

import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.messaging.ArrivalDecorator;
import io.steptrace.runtime.internal.messaging.HeaderCarrier;
import io.steptrace.runtime.internal.messaging.HeaderCarriers;
import io.steptrace.runtime.internal.messaging.MessagingSettings;
import io.steptrace.runtime.internal.messaging.SendDecorator;
import io.steptrace.runtime.internal.telemetry.Measurements;

/** Produces what follows messages from process to process; present only with a connector whose messages have headers. */
@Singleton
public class MessagingProducers {

    @Produces
    @Singleton
    MessagingSettings messagingSettings(SteptraceConfig config) {
        return new MessagingSettings(config.messaging().enqueuedHeader(), config.messaging().recordTimestamp(),
                config.messaging().enqueuedMaxAge());
    }

    @Produces
    @Singleton
    HeaderCarriers headerCarriers(@All List<HeaderCarrier> carriers, Config config) {
        return new HeaderCarriers(carriers, config);
    }

    /** Looked up by SmallRye, and injected nowhere. */
    @Produces
    @Singleton
    @Unremovable
    SendDecorator sendDecorator(HeaderCarriers carriers, MessagingSettings settings) {
        return new SendDecorator(carriers, settings, InstantSource.system());
    }

    /** Looked up by SmallRye, and injected nowhere. */
    @Produces
    @Singleton
    @Unremovable
    ArrivalDecorator arrivalDecorator(HeaderCarriers carriers, MessagingSettings settings, Measurements measurements) {
        return new ArrivalDecorator(carriers, settings, measurements, InstantSource.system());
    }
}
