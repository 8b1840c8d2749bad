package io.steptrace.runtime.internal.wiring.export;

import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.KeyStoreAndKeyCertOptions;
import io.quarkus.tls.runtime.TrustAllOptions;
import io.quarkus.tls.runtime.TrustStoreAndTrustOptions;
import io.quarkus.tls.runtime.VertxCertificateHolder;
import io.quarkus.tls.runtime.config.TlsBucketConfig;
import io.quarkus.tls.runtime.config.TlsConfig;
import io.quarkus.tls.runtime.keystores.P12KeyStores;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;

/** The registry as it is with the one TLS configuration "collector", which is that of Quarkus. */
record OneTlsConfiguration(TlsConfiguration collector) implements TlsConfigurationRegistry {

    static final String NAME = "collector";

    /** @param keys of the configuration, without what all of them begin with */
    static OneTlsConfiguration of(Vertx vertx, Map<String, String> keys) {
        Map<String, String> written = new HashMap<>();
        keys.forEach((key, value) -> written.put("quarkus.tls." + NAME + "." + key, value));
        TlsBucketConfig config = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(TlsConfig.class)
                .withSources(new PropertiesConfigSource(written, "test", 100)).build().getConfigMapping(TlsConfig.class)
                .namedCertificateConfig().get(NAME);
        TrustStoreAndTrustOptions trusted = config.trustStore()
                .map(store -> P12KeyStores.verifyP12TrustStoreStore(store, vertx, NAME))
                .orElse(config.trustAll() ? new TrustStoreAndTrustOptions(null, TrustAllOptions.INSTANCE) : null);
        try {
            // what the recorder of Quarkus does, which needs beans besides
            Constructor<VertxCertificateHolder> constructor = VertxCertificateHolder.class.getDeclaredConstructor(Vertx.class,
                    String.class, TlsBucketConfig.class, KeyStoreAndKeyCertOptions.class, TrustStoreAndTrustOptions.class);
            constructor.setAccessible(true);
            return new OneTlsConfiguration(constructor.newInstance(vertx, NAME, config, null, trusted));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<TlsConfiguration> get(String name) {
        return NAME.equals(name) ? Optional.of(collector) : Optional.empty();
    }

    @Override
    public Optional<TlsConfiguration> getDefault() {
        return Optional.empty();
    }

    @Override
    public void register(String name, TlsConfiguration configuration) {
        throw new UnsupportedOperationException();
    }
}
