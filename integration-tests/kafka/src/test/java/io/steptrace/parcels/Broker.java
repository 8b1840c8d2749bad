package io.steptrace.parcels;

import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.steptrace.loopback.LoopbackPort;
import io.steptrace.neighbours.NeighbourProcess;
import io.steptrace.neighbours.TemporaryFolder;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

/** A broker of Kafka that is its own controller (KRaft), on free ports of the loopback address. */
public class Broker implements QuarkusTestResourceLifecycleManager {

    /** In which the broker itself puts the timestamp, when it has appended a record. */
    static final String STAMPED_BY_BROKER = "consumer-records";

    private static final int NODE = 1;
    private static final List<String> TOPICS = List.of("blocking", "event-loop", "reactive", "message", "itself",
            "concurrent", "list",
            "blocking-list", "record-batch", STAMPED_BY_BROKER);

    private TemporaryFolder folder;
    private KafkaRaftServer server;

    @Override
    public Map<String, String> start() {
        String address = NeighbourProcess.HOST + ":" + LoopbackPort.kept();
        String controller = NeighbourProcess.HOST + ":" + LoopbackPort.kept();
        try {
            folder = TemporaryFolder.of("kafka");
            format();
            server = new KafkaRaftServer(new KafkaConfig(configuration(address, controller)), Time.SYSTEM);
            server.startup();
            createTopics(address);
        } catch (Exception e) {
            throw new IllegalStateException("broker: could not be started", e);
        }
        return Map.of("kafka.bootstrap.servers", address);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.shutdown();
        }
        folder.close();
    }

    private void format() throws Exception {
        new Formatter().setPrintStream(System.out).setClusterId(Uuid.randomUuid().toString()).setNodeId(NODE)
                .setControllerListenerName("CONTROLLER").setDirectories(List.of(folder.path().toString()))
                .setMetadataLogDirectory(folder.path().toString()).run();
    }

    private Map<String, Object> configuration(String address, String controller) {
        return Map.ofEntries(Map.entry("process.roles", "broker,controller"), Map.entry("node.id", NODE),
                Map.entry("controller.quorum.voters", NODE + "@" + controller),
                Map.entry("listeners", "PLAINTEXT://" + address + ",CONTROLLER://" + controller),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", folder.path().toString()),
                // one broker has one copy, and new members of a group need not wait for others
                Map.entry("offsets.topic.num.partitions", 1), Map.entry("offsets.topic.replication.factor", (short) 1),
                Map.entry("group.initial.rebalance.delay.ms", 0));
    }

    private void createTopics(String address) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(TOPICS.stream().map(Broker::topic).toList()).all().get();
            FeatureMetadata features = admin.describeFeatures().featureMetadata().get();
            System.out.printf("Tested with Kafka %s, metadata.version %d%n", AppInfoParser.getVersion(),
                    features.finalizedFeatures().get("metadata.version").maxVersionLevel());
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, 1, (short) 1).configs(Map.of("message.timestamp.type",
                name.equals(STAMPED_BY_BROKER) ? "LogAppendTime" : "CreateTime"));
    }
}
