package io.steptrace.test.stuck;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.awaitility.Awaitility;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;

/** The lines on stuck work, as they are written. */
@Singleton
public class StuckLog {

    private static final Logger LOGGER = Logger.getLogger("io.steptrace.stuck");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final ExtHandler handler = new ExtHandler() {

        @Override
        public void publish(LogRecord record) {
            lines.add(record.getLevel() + " " + ((ExtLogRecord) record).getFormattedMessage());
        }
    };

    @PostConstruct
    void listen() {
        LOGGER.addHandler(handler);
    }

    @PreDestroy
    void leave() {
        LOGGER.removeHandler(handler);
    }

    void forget() {
        lines.clear();
    }

    List<String> lines() {
        return lines;
    }

    /** The first line that begins so and contains this, as soon as there is one. */
    String await(String level, String part) {
        return Awaitility.await(level + " ... " + part).until(() -> lines.stream()
                .filter(line -> line.startsWith(level + " stuck work: ") && line.contains(part)).findFirst(),
                Optional::isPresent)
                .orElseThrow();
    }
}
