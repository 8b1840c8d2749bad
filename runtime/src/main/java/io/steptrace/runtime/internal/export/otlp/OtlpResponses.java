package io.steptrace.runtime.internal.export.otlp;

import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;

import io.steptrace.runtime.internal.export.PartialSuccess;

/**
 * Reads the few messages a collector answers with from the wire, because generated classes for them would be the
 * larger part of this extension. Whatever is malformed says nothing; it never throws.
 */
final class OtlpResponses {

    private static final String RETRY_INFO = "google.rpc.RetryInfo";

    private OtlpResponses() {
    }

    /** Reads an {@code ExportTraceServiceResponse}. */
    static PartialSuccess partialSuccess(byte[] response, UnaryOperator<String> readable) {
        long[] rejected = { 0 };
        String[] message = { null };
        try {
            eachField(CodedInputStream.newInstance(response),
                    (field, in) -> field == 1 && nested(in, (inner, partial) -> switch (inner) {
                        case 1 -> {
                            rejected[0] = Math.max(0, partial.readInt64());
                            yield true;
                        }
                        case 2 -> {
                            message[0] = partial.readString();
                            yield true;
                        }
                        default -> false;
                    }));
        } catch (IOException e) {
            return new PartialSuccess(0, "an answer that is not that of a collector");
        }
        String words = readable.apply(message[0]);
        return rejected[0] == 0 && words == null ? PartialSuccess.ACCEPTED : new PartialSuccess(rejected[0], words);
    }

    /** Reads a {@code google.rpc.Status}. */
    static Status status(byte[] status) {
        String[] message = { null };
        Duration[] retryDelay = { null };
        try {
            eachField(CodedInputStream.newInstance(status), (field, in) -> switch (field) {
                case 2 -> {
                    message[0] = in.readString();
                    yield true;
                }
                case 3 -> {
                    Duration delay = retryInfo(in.readByteArray());
                    retryDelay[0] = delay == null ? retryDelay[0] : delay;
                    yield true;
                }
                default -> false;
            });
        } catch (IOException e) {
            return new Status(null, null);
        }
        return new Status(message[0], retryDelay[0]);
    }

    /** The delay in an {@code Any} with a {@code RetryInfo}; null if it holds something else. */
    private static Duration retryInfo(byte[] any) throws IOException {
        String[] type = { "" };
        byte[][] value = { {} };
        eachField(CodedInputStream.newInstance(any), (field, in) -> switch (field) {
            case 1 -> {
                type[0] = in.readString();
                yield true;
            }
            case 2 -> {
                value[0] = in.readByteArray();
                yield true;
            }
            default -> false;
        });
        if (!type[0].endsWith(RETRY_INFO)) {
            return null;
        }
        long[] secondsAndNanos = { 0, 0 };
        eachField(CodedInputStream.newInstance(value[0]), (field, in) -> field == 1 && nested(in, (inner, duration) -> {
            boolean isKnown = inner == 1 || inner == 2;
            if (isKnown) {
                secondsAndNanos[inner - 1] = duration.readInt64();
            }
            return isKnown;
        }));
        return RetryAfter.of(secondsAndNanos[0], secondsAndNanos[1]);
    }

    private static boolean nested(CodedInputStream in, Field fields) throws IOException {
        eachField(CodedInputStream.newInstance(in.readByteArray()), fields);
        return true;
    }

    private static void eachField(CodedInputStream in, Field fields) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (!fields.read(WireFormat.getTagFieldNumber(tag), in)) {
                in.skipField(tag);
            }
        }
    }

    /** Reads the field with a number, or leaves it and says so. */
    private interface Field {
        boolean read(int number, CodedInputStream in) throws IOException;
    }

    /**
     * What is said of a failure.
     *
     * @param message null for nothing
     * @param retryDelay null if none is asked for
     */
    record Status(String message, Duration retryDelay) {
    }
}
