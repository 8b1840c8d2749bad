package io.steptrace.runtime.internal.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Valid inputs with a few faults, which get deeper into a decoder than noise does; and, at times, noise. */
public final class Mutations {

    private static final int MAX_FAULTS = 6;
    private static final int MAX_NOISE = 200;

    private Mutations() {
    }

    /** @param valid at least one */
    public static Arbitrary<byte[]> of(List<byte[]> valid) {
        Arbitrary<byte[]> seeds = Arbitraries.of(valid);
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(MAX_NOISE);
        Arbitrary<Fault> fault = Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 1 << 20),
                Arbitraries.oneOf(Arbitraries.of(0, -1, 1, 127, 128, 0xFF, Integer.MAX_VALUE, Integer.MIN_VALUE),
                        Arbitraries.integers()),
                Arbitraries.oneOf(seeds, noise)).as(Fault::new);
        Arbitrary<byte[]> almost = Combinators.combine(seeds, fault.list().ofMaxSize(MAX_FAULTS)).as((seed, faults) -> {
            byte[] mutated = seed;
            for (Fault each : faults) {
                mutated = each.in(mutated);
            }
            return mutated;
        });
        return Arbitraries.frequencyOf(Tuple.of(9, almost), Tuple.of(1, noise));
    }

    /** The same for texts; what is foreign in them are the characters of Latin-1, control characters among them. */
    public static Arbitrary<String> ofTexts(String... valid) {
        return of(Arrays.stream(valid).map(text -> text.getBytes(ISO_8859_1)).toList())
                .map(bytes -> new String(bytes, ISO_8859_1));
    }

    private enum Kind {
        FLIP_BIT,
        SET_BYTE,
        SET_INT,
        TRUNCATE,
        CUT_OUT,
        REPEAT,
        SPLICE
    }

    /**
     * One thing that is wrong.
     *
     * @param where in any unit that helps
     * @param value what stands there then
     * @param other what another input ends with
     */
    private record Fault(Kind kind, int where, int value, byte[] other) {

        byte[] in(byte[] input) {
            if (input.length == 0) {
                return other;
            }
            int at = where % input.length;
            int end = Math.min(input.length, at + 1 + (value & 0x3F));
            byte[] result = input.clone();
            switch (kind) {
                case FLIP_BIT -> result[at] ^= (byte) (1 << (value & 7));
                case SET_BYTE -> result[at] = (byte) value;
                case SET_INT -> {
                    byte[] four = ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
                    System.arraycopy(four, 0, result, at, Math.min(four.length, result.length - at));
                }
                case TRUNCATE -> result = Arrays.copyOf(input, at);
                case CUT_OUT -> result = joined(Arrays.copyOf(input, at), Arrays.copyOfRange(input, end, input.length));
                case REPEAT -> result = joined(Arrays.copyOf(input, end), Arrays.copyOfRange(input, at, input.length));
                case SPLICE -> result = joined(Arrays.copyOf(input, at), other);
            }
            return result;
        }

        private static byte[] joined(byte[] first, byte[] second) {
            byte[] joined = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, joined, first.length, second.length);
            return joined;
        }
    }
}
