package io.steptrace.waits.database;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * The database of the application, where PostgreSQL is installed. Where it is not, the application starts all the same, as it
 * connects only when it is asked to.
 */
public class DatabaseServer implements QuarkusTestResourceLifecycleManager {

    private PostgreSql server;

    @Override
    public Map<String, String> start() {
        server = PostgreSql.installed().map(PostgreSql::started).orElse(null);
        return server == null ? Map.of()
                : Map.of("quarkus.datasource.jdbc.url", server.url(), "quarkus.datasource.username", PostgreSql.USER,
                        // opened at the start, so that no request waits for that
                        "quarkus.datasource.jdbc.initial-size", "2", "quarkus.datasource.jdbc.min-size", "2");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
