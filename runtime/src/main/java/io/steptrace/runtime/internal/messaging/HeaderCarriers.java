package io.steptrace.runtime.internal.messaging;

import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.Config;

/** Finds what carries the headers of a channel: that depends on the connector it is configured with. */
public final class HeaderCarriers {

    private static final String PREFIX = "smallrye-";
    /** What SmallRye adds to the name of each copy of a channel that has a {@code concurrency}. */
    private static final Pattern COPY = Pattern.compile("\\$\\d+$");

    private final List<HeaderCarrier> carriers;
    private final Config config;

    public HeaderCarriers(List<HeaderCarrier> carriers, Config config) {
        this.carriers = carriers;
        this.config = config;
    }

    /**
     * Finds the carrier of a channel.
     *
     * @param direction {@code incoming} or {@code outgoing}
     * @return {@code null} if the messages of its connector carry no headers that we know of
     */
    HeaderCarrier ofChannel(String direction, String channel) {
        String connector = connectorOf(direction, channel);
        return carriers.stream().filter(carrier -> isNamed(carrier.connector(), connector)).findFirst().orElse(null);
    }

    /**
     * The name under which a channel is configured.
     *
     * @param direction {@code incoming} or {@code outgoing}
     * @param channel that of its copy, if there are some
     */
    String nameOf(String direction, String channel) {
        return connectorOf(direction, channel).isEmpty() ? COPY.matcher(channel).replaceFirst("") : channel;
    }

    /** A channel with a dot in its name may stand in quotes. */
    private String connectorOf(String direction, String channel) {
        String prefix = "mp.messaging." + direction + ".";
        return config.getOptionalValue(prefix + channel + ".connector", String.class)
                .or(() -> config.getOptionalValue(prefix + "\"" + channel + "\".connector", String.class))
                .orElse("");
    }

    /** SmallRye lets the prefix of its own connectors be left out. */
    private static boolean isNamed(String name, String configured) {
        return name.equals(configured) || name.equals(PREFIX + configured);
    }
}
