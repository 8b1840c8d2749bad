package io.steptrace.waits.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server with a database of its own in a temporary folder, which it takes along when it is closed. It listens on a
 * free port of the loopback address only.
 */
final class PostgreSql implements AutoCloseable {

    static final String USER = "steptrace";

    private static final String HOST = "127.0.0.1";
    /** Where Debian puts the programs of each version; those for servers are not on the search path. */
    private static final Path VERSIONS = Path.of("/usr", "lib", "postgresql");
    /** The server refuses to run as root. */
    private static final String ACCOUNT = "postgres";
    private static final long PATIENCE_S = 30;

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
            PostgreSql server = new PostgreSql(programs, folder, freePort());
            server.start();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url() {
        return "jdbc:postgresql://" + HOST + ":" + port + "/postgres?sslmode=disable";
    }

    @Override
    public void close() {
        run("pg_ctl", "stop", "-D", data(), "-m", "immediate");
        delete();
    }

    private void start() {
        run("initdb", "-D", data(), "--username=" + USER, "--auth=trust", "--no-sync", "--no-locale", "--encoding=UTF8");
        run("pg_ctl", "start", "-w", "-D", data(), "-l", folder.resolve("log").toString(), "-o",
                "-p " + port + " -c listen_addresses=" + HOST
                        + " -c unix_socket_directories= -c fsync=off -c full_page_writes=off");
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

    private void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }
}
