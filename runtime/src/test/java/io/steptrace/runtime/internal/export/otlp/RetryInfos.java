package io.steptrace.runtime.internal.export.otlp;

import java.util.Base64;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;

/** What a gRPC server asks for in {@code grpc-status-details-bin}. */
final class RetryInfos {

    private RetryInfos() {
    }

    static Status status(long seconds, int nanos) {
        return Status.newBuilder().setCode(8).setMessage("busy")
                .addDetails(Any.pack(RetryInfo.newBuilder()
                        .setRetryDelay(Duration.newBuilder().setSeconds(seconds).setNanos(nanos)).build()))
                .build();
    }

    static String base64(long seconds, int nanos) {
        return Base64.getEncoder().withoutPadding().encodeToString(status(seconds, nanos).toByteArray());
    }
}
