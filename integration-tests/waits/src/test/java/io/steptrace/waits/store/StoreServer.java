package io.steptrace.waits.store;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.steptrace.loopback.LoopbackPort;
import io.steptrace.neighbours.Installed;
import io.steptrace.neighbours.NeighbourProcess;
import io.steptrace.neighbours.TemporaryFolder;
import io.steptrace.neighbours.Versions;

/** The Redis of the application, where it is installed; without one it starts all the same, and does not connect. */
public class StoreServer implements QuarkusTestResourceLifecycleManager {

    private TemporaryFolder folder;
    private NeighbourProcess server;

    @Override
    public Map<String, String> start() {
        String program = Installed.find("redis-server").orElse(null);
        if (program == null) {
            return Map.of();
        }
        Versions.print(program, "--version");
        folder = TemporaryFolder.of("redis");
        int port = LoopbackPort.kept();
        server = new NeighbourProcess(List.of(program, "--bind", NeighbourProcess.HOST, "--port", String.valueOf(port),
                "--dir", folder.path().toString(), "--save", "", "--appendonly", "no"), folder.path(), port);
        server.start();
        return Map.of("quarkus.redis.hosts", "redis://" + NeighbourProcess.HOST + ":" + port);
    }

    @Override
    public void stop() {
        if (server == null) {
            return;
        }
        server.close();
        folder.close();
    }
}
