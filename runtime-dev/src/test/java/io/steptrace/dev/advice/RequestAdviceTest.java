package io.steptrace.dev.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.steptrace.dev.answer.Advice;
import io.steptrace.dev.answer.TraceLine;
import io.steptrace.dev.answer.Wait;

class RequestAdviceTest {

    private static final Map<String, String> POOL = Map.of("jdbc <default>", "10 of 10");

    @Test
    void countsTheRequestsThatWaitedForAPool() {
        List<RecentRequest> requests = requests(28, "GET /posts", 10, Map.of());
        requests.addAll(requests(12, "GET /posts", 10, POOL));
        assertThat(new RequestAdvice(requests).list())
                .containsExactly(new Advice("jdbc <default>", "12 of 40 requests waited for jdbc <default> (10 of 10)"));
    }

    @Test
    void saysWhatTakesTheMostOfTheTimeOfARoute() {
        assertThat(new RequestAdvice(requests(20, "GET /posts/{id}", 74, Map.of())).list())
                .containsExactly(new Advice("GET /posts/{id}", "74 % of its time is http.get comments"));
    }

    @Test
    void saysNothingOfFewerThanTwentyRequests() {
        List<RecentRequest> requests = requests(19, "GET /posts/{id}", 74, POOL);
        assertThat(new RequestAdvice(requests).list()).isEmpty();
        // those of other routes do not count for this one
        requests.addAll(requests(19, "GET /posts", 74, POOL));
        assertThat(new RequestAdvice(requests).list()).extracting(Advice::subject).containsExactly("jdbc <default>");
    }

    @Test
    void saysNothingOfWhatIsSeldomOrShort() {
        List<RecentRequest> requests = requests(38, "GET /posts", 49, Map.of());
        requests.addAll(requests(2, "GET /posts", 49, POOL));
        assertThat(new RequestAdvice(requests).list()).isEmpty();
    }

    private static List<RecentRequest> requests(int count, String name, long waitedNanos, Map<String, String> limits) {
        List<RecentRequest> requests = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            TraceLine line = new TraceLine("id", "id", name, "200", false, 0, 100, 100 - waitedNanos, 0,
                    List.of(new Wait("http.get comments", waitedNanos)), 1, true);
            requests.add(new RecentRequest(line, true, limits));
        }
        return requests;
    }
}
