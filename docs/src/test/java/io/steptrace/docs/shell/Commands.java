package io.steptrace.docs.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.steptrace.docs.names.ConfigKey;
import io.steptrace.docs.names.ConfigKeys;
import io.steptrace.docs.page.Block;
import io.steptrace.docs.page.Page;
import io.steptrace.docs.page.Repository;

/** What is wrong with the commands of a page: scripts, options, modules, tests, keys and paths that are not there. */
public final class Commands {

    private static final Set<String> SHELLS = Set.of("shell", "bash", "sh", "console");
    private static final Pattern IN_MARKDOWN = Pattern.compile(
            "(?:[A-Z_]+=\\S+ )?(?:mvn|quarkus|curl|java|integration-tests/).*",
            Pattern.DOTALL);
    private static final List<String> MODULES = Repository.files(file -> file.endsWith("pom.xml")).stream()
            .map(pom -> pom.normalize().getParent()).filter(folder -> folder != null).map(Path::toString).toList();
    private static final Set<String> TESTS = Repository.files(file -> file.endsWith("Test.java") || file.endsWith("IT.java"))
            .stream().map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());

    private final Page page;
    private final Endpoints endpoints;

    public Commands(Page page) {
        this.page = page;
        this.endpoints = new Endpoints(page);
    }

    public List<String> faults() {
        return Stream.concat(page.blocks().stream().filter(Commands::isShell).flatMap(Command::of), Command.within(page))
                .flatMap(command -> Stream.of(scripts(command), paths(command), modules(command), keys(command), tests(command),
                        addresses(command)).flatMap(faults -> faults).map(fault -> command + fault))
                .toList();
    }

    /** In Markdown a listing without a language may be a command or an output. */
    private static boolean isShell(Block block) {
        return SHELLS.contains(block.language())
                || block.language().isEmpty() && block.place().contains(".md:") && IN_MARKDOWN.matcher(block.text()).matches();
    }

    /** Scripts have the options that they are called with. One without a folder is beside its page, or the benchmarks. */
    private Stream<String> scripts(Command command) {
        return command.words().stream().filter(word -> word.endsWith(".sh")).flatMap(script -> {
            Path file = script.contains("/") ? Path.of(script) : beside(script);
            if (!Repository.has(file.toString())) {
                return Stream.of("no script " + script);
            }
            String text = Repository.read(file);
            return command.words().stream().filter(word -> word.startsWith("--")).filter(option -> !text.contains(option))
                    .map(option -> "no option " + option);
        });
    }

    private Path beside(String script) {
        Path own = page.file().resolveSibling(script);
        return Repository.has(own.toString()) ? own : Path.of("integration-tests/benchmarks").resolve(script);
    }

    /** What lies below a module of this repository exists; what the build makes is as good as its folder. */
    private static Stream<String> paths(Command command) {
        return command.words().stream().filter(word -> MODULES.stream().anyMatch(module -> word.startsWith(module + "/")))
                .flatMap(word -> Stream.of(word.split(","))).map(path -> path.replaceFirst("/target(/.*)?$", ""))
                .filter(path -> !path.contains("*") && !Repository.has(path)).map(path -> "no file " + path);
    }

    private static Stream<String> modules(Command command) {
        return command.runs("mvn") ? command.after("-pl").flatMap(modules -> Stream.of(modules.split(",")))
                .filter(module -> !MODULES.contains(module)).map(module -> "no module " + module) : Stream.empty();
    }

    private static Stream<String> keys(Command command) {
        return command.words().stream().filter(word -> word.startsWith("-Dquarkus.")).flatMap(word -> {
            String[] parts = word.substring(2).split("=", 2);
            String value = parts.length == 1 ? "true" : parts[1];
            List<ConfigKey> known = ConfigKeys.named(parts[0]);
            return known.isEmpty() ? Stream.of("no key " + parts[0])
                    : known.stream().map(key -> key.faultOf(value)).filter(fault -> !fault.isEmpty());
        });
    }

    private static Stream<String> tests(Command command) {
        return command.words().stream().filter(word -> word.startsWith("-Dtest=") && command.runs("-pl"))
                .flatMap(word -> Stream.of(word.substring("-Dtest=".length()).split(",")))
                .filter(test -> TESTS.stream().noneMatch(each -> each.matches(test.replace("*", ".*"))))
                .map(test -> "no test " + test);
    }

    private Stream<String> addresses(Command command) {
        return command.runs("curl") ? command.words().stream().filter(word -> word.matches("(?:http://)?localhost:8080/.*"))
                .map(url -> url.replaceFirst(".*:8080", "").replaceFirst("\\?.*", ""))
                .filter(path -> !endpoints.serve(path)).map(path -> "no endpoint " + path) : Stream.empty();
    }
}
