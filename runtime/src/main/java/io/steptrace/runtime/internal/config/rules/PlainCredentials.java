package io.steptrace.runtime.internal.config.rules;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.Config;

import io.netty.util.NetUtil;

/** Credentials for a collector that everything on the way can read: they leave this host, and not over TLS. */
public final class PlainCredentials {

    /** What the names of headers with credentials have in common. */
    private static final Pattern CREDENTIAL = Pattern.compile("auth|token|key|secret|passw|credential|cookie");

    private static final String LOCALHOST = "localhost";

    private PlainCredentials() {
    }

    /**
     * The note on headers that go out in clear, if there are any: without their values, and without a look at the network.
     *
     * @param headers a list of {@code name=value}
     */
    public static Optional<String> note(Config configuration, List<String> headers, URI endpoint) {
        if (!"http".equals(endpoint.getScheme()) || isLoopback(endpoint.getHost())) {
            return Optional.empty();
        }
        return headers.stream().map(header -> header.split("=", 2)[0].strip())
                .filter(name -> CREDENTIAL.matcher(name.toLowerCase(Locale.ROOT)).find()).findFirst()
                .map(name -> CollectorRules.written(configuration, "headers") + " sends "
                        + HeaderRules.shown(name, "a credential")
                        + " in clear to " + endpoint.getHost() + ", for all on the way to read - use https:// in "
                        + CollectorRules.ALL_SIGNALS + "endpoint, or a collector on this host");
    }

    /** Whether a host is this one by its name, or by an address in any spelling; nothing is resolved. */
    static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (name.equals(LOCALHOST) || name.endsWith("." + LOCALHOST)) {
            return true;
        }
        byte[] address = NetUtil.createByteArrayFromIpAddressString(name.replaceFirst("^\\[(.*)]$", "$1"));
        try {
            return address != null && InetAddress.getByAddress(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 bytes or 16", e);
        }
    }
}
