package io.steptrace.benchmarks.startup;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.steptrace.benchmarks.comparison.Column;
import io.steptrace.benchmarks.comparison.Comparison;
import io.steptrace.benchmarks.comparison.Comparison.Effort;
import io.steptrace.benchmarks.comparison.Table;
import io.steptrace.benchmarks.served.Milestone;
import io.steptrace.benchmarks.served.Milestone.Announcement;
import io.steptrace.benchmarks.served.WatchedProcess;
import io.steptrace.loopback.LoopbackPort;

/** Starts two binaries of the blog in turn, and has each serve some requests. */
public final class NativeComparison {

    private static final int REQUESTS = 1000;

    /** Of either kind as many: one page of steps alone, one that fans out. */
    private static final List<String> PAGES = List.of("/posts", "/posts/1");

    /** Without a limit the size of the machine would decide how much garbage it keeps. */
    private static final String HEAP = "-Xmx64m";

    /** The first start reads the file from disk, which counts for neither. */
    private static final Effort EFFORT = new Effort(1, 1, 3);

    private static final String LAYOUT = "%-10s %10.0f %10.0f %10.0f %8.1f %10.1f %7.1f";
    private static final double MEBIBYTE = 1024.0 * 1024.0;

    /**
     * One life of a binary.
     *
     * @param start until it served requests
     * @param residentBytes once it had served some
     */
    private record Visit(Milestone start, long residentBytes, long fileBytes) {
    }

    private NativeComparison() {
    }

    /** @param arguments {@code full|quick <binary with the extension> <binary without>}, the first of no effect */
    public static boolean run(List<String> arguments, PrintWriter out) throws IOException, InterruptedException {
        Path measured = Path.of(arguments.get(1));
        Path rival = Path.of(arguments.get(2));
        Comparison<Path, Visit> comparison = new Comparison<>(List.of(measured, rival), List.of(
                Column.median("start ms", visit -> visit.start().reportedMillis()),
                Column.median("wall ms", visit -> visit.start().elapsedMillis()),
                Column.median("cpu ms", visit -> visit.start().cpuMillis()),
                Column.median("RSS MiB", visit -> visit.residentBytes() / MEBIBYTE),
                Column.median("file MiB", visit -> visit.fileBytes() / MEBIBYTE),
                Column.median("others", visit -> visit.start().othersCores())), EFFORT);
        var turns = comparison.measure(NativeComparison::visit);
        Table table = new Table(LAYOUT, out);
        out.println();
        comparison.printHead("blog", table);
        for (Path binary : comparison.contestants()) {
            turns.forEach(turn -> comparison.printRow(binary.equals(measured) ? "with" : "without", binary, table,
                    List.of(turn)));
        }
        Stream<String> ratios = comparison.columns().stream().limit(5).map(column -> String.format(Locale.ROOT, "%.2f",
                (double) column.source().of(measured, turns) / (double) column.source().of(rival, turns)));
        table.row(Stream.concat(Stream.of("medians"), ratios).toArray());
        return true;
    }

    /** Starts it, asks for a thousand pages, one after the other, and ends it. */
    private static Visit visit(Path binary) throws IOException, InterruptedException {
        int port = LoopbackPort.kept();
        try (WatchedProcess process = WatchedProcess
                .launch(List.of(binary.toString(), HEAP, "-Dquarkus.http.port=" + port))) {
            Milestone start = process.await(Announcement.STARTED);
            HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            for (int request = 0; request < REQUESTS; request++) {
                ask(client, URI.create("http://localhost:" + port + PAGES.get(request % PAGES.size())));
            }
            return new Visit(start, process.residentBytes(), Files.size(binary));
        }
    }

    private static void ask(HttpClient client, URI page) throws IOException, InterruptedException {
        HttpResponse<Void> answer = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("only answers with status 200 count: " + page + " gave " + answer.statusCode());
        }
    }
}
