package io.steptrace.dev.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.steptrace.dev.answer.Advice;
import io.steptrace.dev.answer.TraceLine;
import io.steptrace.dev.answer.Wait;

/** What the requests of the last minute say of what they have waited for. */
public final class RequestAdvice {

    /** One of so many requests must have waited for a pool. */
    private static final int SELDOM = 10;
    private static final int PERCENT = 100;
    private static final int HALF = 50;

    private final List<RecentRequest> requests;

    /** @param requests in the order of their end */
    public RequestAdvice(List<RecentRequest> requests) {
        this.requests = requests;
    }

    /** On pools, then on what takes the most of a route's time. */
    public List<Advice> list() {
        List<Advice> advice = new ArrayList<>(onLimits());
        advice.addAll(onRoutes());
        return advice;
    }

    private List<Advice> onLimits() {
        List<RecentRequest> served = requests.stream().filter(RecentRequest::isRequest).toList();
        if (!Evidence.suffices(served)) {
            return List.of();
        }
        Map<String, Integer> waiting = new TreeMap<>();
        Map<String, String> latest = new TreeMap<>();
        for (RecentRequest request : served) {
            request.limits().keySet().forEach(what -> waiting.merge(what, 1, Integer::sum));
            latest.putAll(request.limits());
        }
        waiting.values().removeIf(count -> count * SELDOM < served.size());
        return waiting.entrySet().stream().sorted(Map.Entry.<String, Integer> comparingByValue().reversed())
                .map(each -> new Advice(each.getKey(), each.getValue() + " of " + served.size() + " requests waited for "
                        + each.getKey() + " (" + latest.get(each.getKey()) + ")"))
                .toList();
    }

    private List<Advice> onRoutes() {
        Map<String, List<TraceLine>> byName = requests.stream().map(RecentRequest::line)
                .collect(Collectors.groupingBy(TraceLine::name, TreeMap::new, Collectors.toList()));
        byName.values().removeIf(lines -> !Evidence.suffices(lines));
        List<Advice> advice = new ArrayList<>();
        byName.forEach((name, lines) -> {
            long lengthNanos = lines.stream().mapToLong(TraceLine::lengthNanos).sum();
            Map<String, Long> waits = lines.stream().flatMap(line -> line.waits().stream())
                    .collect(Collectors.groupingBy(Wait::cause, TreeMap::new, Collectors.summingLong(Wait::nanos)));
            waits.entrySet().stream().max(Comparator.comparingLong(Map.Entry::getValue)).ifPresent(most -> {
                long percent = lengthNanos == 0 ? 0 : Math.round((double) PERCENT * most.getValue() / lengthNanos);
                if (percent >= HALF) {
                    advice.add(new Advice(name, percent + " % of its time is " + most.getKey()));
                }
            });
        });
        return advice;
    }
}
