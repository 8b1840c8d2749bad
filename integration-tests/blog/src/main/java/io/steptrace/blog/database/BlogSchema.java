package io.steptrace.blog.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

/** The tables and seed rows, created when the application starts. */
@ApplicationScoped
class BlogSchema {

    private static final String SCRIPT = "db/blog.sql";
    /** Before every other observer of the start, so that they find the tables. */
    private static final int FIRST = 1;

    void create(@Observes @Priority(FIRST) StartupEvent start, BlogDatabase database) {
        database.execute(script());
    }

    private static String script() {
        try (InputStream script = Thread.currentThread().getContextClassLoader().getResourceAsStream(SCRIPT)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
