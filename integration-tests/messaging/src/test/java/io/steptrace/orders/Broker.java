package io.steptrace.orders;

import java.util.Map;

import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** An Artemis broker in memory that speaks AMQP 1.0 on a free port of the loopback address. */
public class Broker implements QuarkusTestResourceLifecycleManager {

    private static final String ACCEPTOR = "amqp";
    private static final String LOOPBACK = "127.0.0.1";

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    @Override
    public Map<String, String> start() {
        try {
            Configuration configuration = new ConfigurationImpl().setPersistenceEnabled(false).setSecurityEnabled(false)
                    .setJMXManagementEnabled(false)
                    .addAcceptorConfiguration(ACCEPTOR, "tcp://" + LOOPBACK + ":0?protocols=AMQP");
            broker.setConfiguration(configuration).start();
        } catch (Exception e) {
            throw new IllegalStateException("broker: could not be started", e);
        }
        NettyAcceptor acceptor = (NettyAcceptor) broker.getActiveMQServer().getRemotingService().getAcceptor(ACCEPTOR);
        return Map.of("amqp-host", LOOPBACK, "amqp-port", Integer.toString(acceptor.getActualPort()));
    }

    @Override
    public void stop() {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException("broker: could not be stopped", e);
        }
    }
}
