package io.steptrace.runtime.internal.waits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class ApplicationCodeTest {

    private static final StackTraceElement PARK = frame("jdk.internal.misc.Unsafe", "park", -2);
    private static final StackTraceElement GET = frame("java.util.concurrent.CompletableFuture", "get", 2072);
    private static final StackTraceElement DRIVER = frame("org.postgresql.core.PGStream", "receiveChar", 465);
    private static final StackTraceElement FIND = frame("acme.blog.Posts", "find", 42);
    private static final StackTraceElement LIST = frame("acme.blog.PostResource", "list", 17);
    private final ApplicationCode code = new ApplicationCode(Set.of("acme.blog", ""));

    @Test
    void takesTheInnermostFrameOfTheApplication() {
        CodePlace place = code.placeOf(List.of(PARK, GET, DRIVER, FIND, LIST), 32);
        assertThat(place.function()).isEqualTo("acme.blog.Posts.find");
        assertThat(place.lineNumber()).isEqualTo(42);
    }

    @Test
    void writesTheFramesOfTheApplicationFirst() {
        assertThat(code.placeOf(List.of(PARK, GET, DRIVER, FIND, LIST), 4).stackTrace()).isEqualTo("""
                at acme.blog.Posts.find(Posts.java:42)
                at acme.blog.PostResource.list(PostResource.java:17)
                at jdk.internal.misc.Unsafe.park
                at java.util.concurrent.CompletableFuture.get(CompletableFuture.java:2072)""");
    }

    @Test
    void leavesOutHowTheApplicationWasCalled() {
        assertThat(code.placeOf(List.of(PARK, FIND, DRIVER, LIST, GET, PARK), 32).stackTrace()).isEqualTo("""
                at acme.blog.Posts.find(Posts.java:42)
                at acme.blog.PostResource.list(PostResource.java:17)
                at jdk.internal.misc.Unsafe.park
                at org.postgresql.core.PGStream.receiveChar(PGStream.java:465)""");
    }

    @Test
    void writesTheWholeStackWhereNoneIsOfTheApplication() {
        assertThat(code.placeOf(List.of(PARK, DRIVER), 32).stackTrace()).isEqualTo("""
                at jdk.internal.misc.Unsafe.park
                at org.postgresql.core.PGStream.receiveChar(PGStream.java:465)""");
    }

    @Test
    void writesNoTextWhereOnlyTheLineIsWanted() {
        assertThat(code.placeOf(List.of(PARK, FIND), 0)).isEqualTo(new CodePlace("acme.blog.Posts.find", 42, null));
    }

    @Test
    void takesALibraryWhereNoneIsOfTheApplication() {
        assertThat(code.placeOf(List.of(PARK, GET, DRIVER), 0))
                .isEqualTo(new CodePlace("org.postgresql.core.PGStream.receiveChar", 465, null));
    }

    @Test
    void knowsNoPlaceInThePlatform() {
        assertThat(code.placeOf(List.of(PARK, GET), 0)).isEqualTo(CodePlace.UNKNOWN);
        assertThat(code.placeOf(List.of(), 32)).isEqualTo(CodePlace.UNKNOWN);
    }

    @Test
    void passesOverWhatIsGenerated() {
        for (String generated : List.of("acme.blog.Posts_Subclass", "acme.blog.Posts_ClientProxy", "acme.blog.Posts_Bean",
                "acme.blog.Posts_Subclass$$function$$1", "acme.blog.PostResource$quarkusrestinvoker$list_93a0",
                "acme.blog.PostClient$$QuarkusRestClientInterface")) {
            assertThat(code.placeOf(List.of(PARK, frame(generated, "find", 0), LIST), 0).function()).as(generated)
                    .isEqualTo("acme.blog.PostResource.list");
        }
    }

    @Test
    void namesTheMethodInWhichALambdaStands() {
        assertThat(code.placeOf(List.of(PARK, frame("acme.blog.Posts", "lambda$find$3", 44)), 0))
                .isEqualTo(new CodePlace("acme.blog.Posts.find", 44, null));
        assertThat(code.placeOf(List.of(PARK, frame("acme.blog.Posts", "lambda$new$0", 9)), 0).function())
                .isEqualTo("acme.blog.Posts.<init>");
        assertThat(code.placeOf(List.of(PARK, frame("acme.blog.Posts$$Lambda$14/0x0000000800c03000.1", "get", -1)), 8))
                .satisfies(place -> assertThat(place.function()).isEqualTo("acme.blog.Posts.get"))
                .satisfies(place -> assertThat(place.lineNumber()).isZero());
    }

    @Test
    void knowsPackagesAndNotThoseBelowThem() {
        assertThat(code.contains("acme.blog.Posts$Page")).isTrue();
        assertThat(code.contains("Main")).isTrue();
        assertThat(code.contains("acme.blog.internal.Cache")).isFalse();
        assertThat(code.contains("acme.Blog")).isFalse();
    }

    private static StackTraceElement frame(String className, String method, int line) {
        return new StackTraceElement(className, method, null, line);
    }
}
