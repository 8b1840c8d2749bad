package io.steptrace.test.work;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.steptrace.Effect;
import io.steptrace.Step;

/** Methods with parameters of every kind, as steps and with {@code @WithSpan}. */
final class AttributedApplication {

    private AttributedApplication() {
    }

    public enum Colour {
        RED;

        @Override
        public String toString() {
            return "the red one";
        }
    }

    public record Order(long id) {
        @Override
        public String toString() {
            if (id < 0) {
                throw new IllegalStateException("no order");
            }
            return "order " + id;
        }
    }

    public static class Endless {
        @Override
        public String toString() {
            return "endless " + this;
        }
    }

    public static class Names extends ArrayList<String> {
        public Names(String... names) {
            super(List.of(names));
        }
    }

    public abstract static class Repository<ID> {

        @Effect("db.find order")
        public void find(@SpanAttribute("id") ID id) {
        }

        @Effect("db.list order")
        @SafeVarargs
        public final void findAll(@SpanAttribute("ids") ID... ids) {
        }
    }

    @ApplicationScoped
    public static class Orders extends Repository<Long> {
    }

    @ApplicationScoped
    @SuppressWarnings("rawtypes")
    public static class Work {

        @WithSpan
        public void plainScalars(@SpanAttribute("a") String a, @SpanAttribute("b") long b, @SpanAttribute("c") Long c,
                @SpanAttribute("d") int d, @SpanAttribute("e") Integer e, @SpanAttribute("f") double f,
                @SpanAttribute("g") Double g, @SpanAttribute("h") float h, @SpanAttribute("i") Float i,
                @SpanAttribute("j") boolean j, @SpanAttribute("k") Boolean k) {
        }

        @Step
        public void stepScalars(@SpanAttribute("a") String a, @SpanAttribute("b") long b, @SpanAttribute("c") Long c,
                @SpanAttribute("d") int d, @SpanAttribute("e") Integer e, @SpanAttribute("f") double f,
                @SpanAttribute("g") Double g, @SpanAttribute("h") float h, @SpanAttribute("i") Float i,
                @SpanAttribute("j") boolean j, @SpanAttribute("k") Boolean k) {
        }

        @WithSpan
        public void plainTexts(@SpanAttribute("a") byte a, @SpanAttribute("b") short b, @SpanAttribute("c") char c,
                @SpanAttribute("d") CharSequence d, @SpanAttribute("e") UUID e, @SpanAttribute("colour") Colour colour,
                @SpanAttribute("f") Instant f, @SpanAttribute("g") BigDecimal g, @SpanAttribute("h") Optional<String> h,
                @SpanAttribute("i") OptionalInt i, @SpanAttribute("j") Set<String> j,
                @SpanAttribute("k") Map<String, Integer> k, @SpanAttribute("l") Order l, @SpanAttribute("m") Object m) {
        }

        @Step
        public void stepTexts(@SpanAttribute("a") byte a, @SpanAttribute("b") short b, @SpanAttribute("c") char c,
                @SpanAttribute("d") CharSequence d, @SpanAttribute("e") UUID e, @SpanAttribute("colour") Colour colour,
                @SpanAttribute("f") Instant f, @SpanAttribute("g") BigDecimal g, @SpanAttribute("h") Optional<String> h,
                @SpanAttribute("i") OptionalInt i, @SpanAttribute("j") Set<String> j,
                @SpanAttribute("k") Map<String, Integer> k, @SpanAttribute("l") Order l, @SpanAttribute("m") Object m) {
        }

        @WithSpan
        public void plainLists(@SpanAttribute("a") List<String> a, @SpanAttribute("b") List<Long> b,
                @SpanAttribute("c") List<Double> c, @SpanAttribute("d") List<Boolean> d, @SpanAttribute("e") List<Integer> e,
                @SpanAttribute("f") List<Float> f, @SpanAttribute("g") List<UUID> g, @SpanAttribute("h") List<Byte> h,
                @SpanAttribute("i") List i, @SpanAttribute("j") List<?> j, @SpanAttribute("k") List<String> k,
                @SpanAttribute("l") ArrayList<Long> l, @SpanAttribute("m") Names m, @SpanAttribute("n") LinkedList<Integer> n) {
        }

        @Step
        public void stepLists(@SpanAttribute("a") List<String> a, @SpanAttribute("b") List<Long> b,
                @SpanAttribute("c") List<Double> c, @SpanAttribute("d") List<Boolean> d, @SpanAttribute("e") List<Integer> e,
                @SpanAttribute("f") List<Float> f, @SpanAttribute("g") List<UUID> g, @SpanAttribute("h") List<Byte> h,
                @SpanAttribute("i") List i, @SpanAttribute("j") List<?> j, @SpanAttribute("k") List<String> k,
                @SpanAttribute("l") ArrayList<Long> l, @SpanAttribute("m") Names m, @SpanAttribute("n") LinkedList<Integer> n) {
        }

        @WithSpan
        public void plainArrays(@SpanAttribute("a") String[] a, @SpanAttribute("b") Long[] b, @SpanAttribute("c") Double[] c,
                @SpanAttribute("d") Boolean[] d, @SpanAttribute("e") Integer[] e, @SpanAttribute("f") Float[] f,
                @SpanAttribute("g") long[] g, @SpanAttribute("h") int[] h, @SpanAttribute("i") double[] i,
                @SpanAttribute("j") float[] j, @SpanAttribute("k") boolean[] k, @SpanAttribute("l") UUID[] l,
                @SpanAttribute("m") Byte[] m, @SpanAttribute("n") Object[] n) {
        }

        @Step
        public void stepArrays(@SpanAttribute("a") String[] a, @SpanAttribute("b") Long[] b, @SpanAttribute("c") Double[] c,
                @SpanAttribute("d") Boolean[] d, @SpanAttribute("e") Integer[] e, @SpanAttribute("f") Float[] f,
                @SpanAttribute("g") long[] g, @SpanAttribute("h") int[] h, @SpanAttribute("i") double[] i,
                @SpanAttribute("j") float[] j, @SpanAttribute("k") boolean[] k, @SpanAttribute("l") UUID[] l,
                @SpanAttribute("m") Byte[] m, @SpanAttribute("n") Object[] n) {
        }

        @Step
        public String undescribed(@SpanAttribute("endless") Endless endless, @SpanAttribute("order") Order order,
                @SpanAttribute("kept") String kept) {
            return "done";
        }

        @Step
        public void changes(@SpanAttribute("names") List<String> names) {
            names.clear();
        }
    }
}
