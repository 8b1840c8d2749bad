package io.steptrace.faults;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.steptrace.collector.Collector;
import io.steptrace.collector.RecordingServer;
import io.steptrace.collector.TestCertificate;
import io.steptrace.collector.grpc.GrpcCollector;
import io.steptrace.collector.path.Forwarder;
import io.steptrace.collector.path.Proxy;

/**
 * The collector the application under test exports to; injected into each field of its type.
 * <p>
 * Arguments: {@link #PROTOCOL}, {@link #SPEAKS}, {@link #TRUST}, {@link #PROXY}, {@link #FORWARDED}, {@link #KEY},
 * {@link #USER} and {@link #PATH}. Those that begin with {@code quarkus.} are configuration of the application.
 */
public class CollectorResource implements QuarkusTestResourceLifecycleManager {

    /** {@code http/protobuf}, or {@code grpc}. */
    public static final String PROTOCOL = "protocol";

    /** What the collector speaks, if it is not the {@link #PROTOCOL} of the application. */
    public static final String SPEAKS = "speaks";

    /** How the application comes to trust a collector that speaks TLS, a {@link Trust}; in clear without. */
    public static final String TRUST = "trust";

    /** {@code true} for a proxy in between. */
    public static final String PROXY = "proxy";

    /** {@code true} for a {@link Forwarder} in between. */
    public static final String FORWARDED = "forwarded";

    /** The key the endpoint is configured with. */
    public static final String KEY = "key";

    /** What the endpoint has before its host, such as {@code name:password@}. */
    public static final String USER = "user";

    /** What the endpoint has behind its port. */
    public static final String PATH = "path";

    private static final String HTTP_PROTOBUF = "http/protobuf";

    private Map<String, String> arguments = Map.of();
    private RecordingServer<?> collector;
    private TestCertificate certificate;
    private Proxy proxy;
    private Forwarder forwarder;

    @Override
    public void init(Map<String, String> arguments) {
        this.arguments = arguments;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(arguments);
        configuration.keySet().removeIf(name -> !name.startsWith("quarkus."));
        String protocol = argument(PROTOCOL, HTTP_PROTOBUF);
        configuration.put("quarkus.otel.exporter.otlp.protocol", protocol);
        collector = collector(argument(SPEAKS, protocol).equals(HTTP_PROTOBUF), configuration);
        if (Boolean.parseBoolean(arguments.get(FORWARDED))) {
            forwarder = Forwarder.to(collector);
        }
        configuration.put(argument(KEY, "quarkus.otel.exporter.otlp.endpoint"), endpoint());
        if (Boolean.parseBoolean(arguments.get(PROXY))) {
            proxy = Proxy.listening();
            configuration.put("quarkus.otel.exporter.otlp.proxy-options.enabled", "true");
            configuration.put("quarkus.otel.exporter.otlp.proxy-options.host", "127.0.0.1");
            configuration.put("quarkus.otel.exporter.otlp.proxy-options.port", String.valueOf(proxy.port()));
        }
        return configuration;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(collector, field -> field.getType().isInstance(collector));
        injector.injectIntoFields(forwarder, field -> field.getType() == Forwarder.class);
        injector.injectIntoFields(certificate, field -> field.getType() == TestCertificate.class);
        injector.injectIntoFields(proxy, field -> field.getType() == Proxy.class);
    }

    @Override
    public void stop() {
        if (collector != null) {
            collector.close();
        }
        if (proxy != null) {
            proxy.close();
        }
        if (forwarder != null) {
            forwarder.close();
        }
    }

    private String endpoint() {
        return (forwarder == null ? collector.url() : forwarder.url()).replace("://", "://" + argument(USER, ""))
                + argument(PATH, "");
    }

    private RecordingServer<?> collector(boolean overHttp, Map<String, String> configuration) {
        if (!arguments.containsKey(TRUST)) {
            return overHttp ? Collector.listening() : GrpcCollector.listening();
        }
        Trust trust = Trust.valueOf(arguments.get(TRUST));
        certificate = certificate();
        configuration.putAll(trust.configuration(certificate));
        if (trust.isMutual()) {
            return overHttp ? Collector.mutuallySecured(certificate) : GrpcCollector.mutuallySecured(certificate);
        }
        return overHttp ? Collector.secured(certificate) : GrpcCollector.secured(certificate);
    }

    private String argument(String name, String otherwise) {
        return arguments.getOrDefault(name, otherwise);
    }

    private static TestCertificate certificate() {
        try {
            return TestCertificate.generated();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
