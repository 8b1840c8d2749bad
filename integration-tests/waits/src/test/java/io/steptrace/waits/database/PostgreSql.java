package io.steptrace.waits.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.steptrace.loopback.LoopbackPort;
import io.steptrace.neighbours.NeighbourProcess;
import io.steptrace.neighbours.TemporaryFolder;

/**
 * A PostgreSQL server with a database of its own in a temporary folder, which it takes along when it is closed. It listens on a
 * free port of the loopback address only.
 */
final class PostgreSql implements AutoCloseable {

    static final String USER = "steptrace";

    /** Where Debian puts the programs of each version; those for servers are not on the search path. */
    private static final Path VERSIONS = Path.of("/usr", "lib", "postgresql");
    /** The server refuses to run as root. */
    private static final String ACCOUNT = "postgres";
    private static final long PATIENCE_S = 30;
    /** The first line of its log. */
    private static final Pattern STARTING = Pattern.compile("starting (PostgreSQL \\S+)");

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgreSql(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Where the programs of the newest version are, if there is any. */
    static Optional<Path> installed() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin")).filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .max(Comparator.comparingInt(bin -> Integer.parseInt(bin.getParent().getFileName().toString())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Makes a database and serves it. */
    static PostgreSql started(Path programs) {
        try {
            Path folder = Files.createTempDirectory("postgresql");
            if (isRoot()) {
                Files.setOwner(folder, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(ACCOUNT));
            }
            PostgreSql server = new PostgreSql(programs, folder, LoopbackPort.kept());
            server.start();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url() {
        return "jdbc:postgresql://" + NeighbourProcess.HOST + ":" + port + "/postgres?sslmode=disable";
    }

    @Override
    public void close() {
        run("pg_ctl", "stop", "-D", data(), "-m", "immediate");
        new TemporaryFolder(folder).close();
    }

    private void start() {
        run("initdb", "-D", data(), "--username=" + USER, "--auth=trust", "--no-sync", "--no-locale", "--encoding=UTF8");
        run("pg_ctl", "start", "-w", "-D", data(), "-l", folder.resolve("log").toString(), "-o",
                "-p " + port + " -c listen_addresses=" + NeighbourProcess.HOST
                        + " -c unix_socket_directories= -c fsync=off -c full_page_writes=off");
        printVersion();
    }

    private void printVersion() {
        try (Stream<String> lines = Files.lines(folder.resolve("log"))) {
            System.out.println("Tested with " + lines.map(STARTING::matcher).filter(Matcher::find)
                    .map(starting -> starting.group(1)).findFirst().orElseThrow());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", ACCOUNT, "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile(program, ".log");
            // a server that inherits a pipe would keep it open
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(output.toFile()).start();
            boolean ended = process.waitFor(PATIENCE_S, TimeUnit.SECONDS);
            String said = Files.readString(output);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(program + (ended ? ": failed - " : ": has not ended - ") + said);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
