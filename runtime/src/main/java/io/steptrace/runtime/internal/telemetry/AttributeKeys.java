package io.steptrace.runtime.internal.telemetry;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import java.util.List;

import io.opentelemetry.api.common.AttributeKey;

/** The attribute keys Steptrace writes; each stands here once. */
public final class AttributeKeys {

    public static final AttributeKey<String> CODE_FUNCTION_NAME = stringKey("code.function.name");

    public static final AttributeKey<Long> CODE_LINE_NUMBER = longKey("code.line.number");
    public static final AttributeKey<String> CODE_STACKTRACE = stringKey("code.stacktrace");
    public static final AttributeKey<String> THREAD_NAME = stringKey("thread.name");
    public static final AttributeKey<String> THREAD_STATE = stringKey("thread.state");

    public static final AttributeKey<String> STEP_NAME = stringKey("step.name");
    public static final AttributeKey<Long> STEP_SEQUENCE = longKey("step.sequence");
    public static final AttributeKey<String> STEP_OUTCOME = stringKey("step.outcome");

    public static final AttributeKey<String> EFFECT_KIND = stringKey("effect.kind");
    public static final AttributeKey<String> EFFECT_OPERATION = stringKey("effect.operation");
    public static final AttributeKey<String> EFFECT_TARGET = stringKey("effect.target");
    public static final AttributeKey<Boolean> EFFECT_REQUIRED = booleanKey("effect.required");
    public static final AttributeKey<Long> EFFECT_SEQUENCE = longKey("effect.sequence");
    public static final AttributeKey<Boolean> EFFECT_SUCCESS = booleanKey("effect.success");
    public static final AttributeKey<String> EFFECT_OUTCOME = stringKey("effect.outcome");
    public static final AttributeKey<Long> EFFECT_NEED_SEQUENCE = longKey("effect.need_sequence");
    public static final AttributeKey<String> EFFECT_MODE = stringKey("effect.mode");
    public static final AttributeKey<String> EFFECT_JOIN = stringKey("effect.join");

    public static final AttributeKey<Long> NEED_EFFECTS = longKey("need.effects");
    public static final AttributeKey<String> NEED_MODE = stringKey("need.mode");
    public static final AttributeKey<String> NEED_JOIN = stringKey("need.join");
    public static final AttributeKey<Long> NEED_COMPLETED = longKey("need.completed");
    public static final AttributeKey<Long> NEED_FAILED = longKey("need.failed");
    public static final AttributeKey<Double> NEED_DURATION_MS = doubleKey("need.duration_ms");
    public static final AttributeKey<String> SLOT = stringKey("slot");
    public static final AttributeKey<Long> SIZE_BYTES = longKey("size_bytes");

    public static final AttributeKey<String> RENDER_PHASE = stringKey("render.phase");
    public static final AttributeKey<Long> RENDER_SIZE_BYTES = longKey("render.size_bytes");

    public static final AttributeKey<String> DB_OPERATION_NAME = stringKey("db.operation.name");
    public static final AttributeKey<String> DB_COLLECTION_NAME = stringKey("db.collection.name");
    public static final AttributeKey<String> HTTP_REQUEST_METHOD = stringKey("http.request.method");
    public static final AttributeKey<String> HTTP_REQUEST_METHOD_ORIGINAL = stringKey("http.request.method_original");
    public static final AttributeKey<Long> HTTP_RESPONSE_STATUS_CODE = longKey("http.response.status_code");
    public static final AttributeKey<String> HTTP_ROUTE = stringKey("http.route");
    public static final AttributeKey<String> URL_SCHEME = stringKey("url.scheme");
    public static final AttributeKey<String> URL_PATH = stringKey("url.path");
    public static final AttributeKey<String> URL_QUERY = stringKey("url.query");
    public static final AttributeKey<String> SERVER_ADDRESS = stringKey("server.address");
    public static final AttributeKey<Long> SERVER_PORT = longKey("server.port");
    public static final AttributeKey<String> CLIENT_ADDRESS = stringKey("client.address");
    public static final AttributeKey<Long> CLIENT_PORT = longKey("client.port");
    public static final AttributeKey<String> NETWORK_TRANSPORT = stringKey("network.transport");
    public static final AttributeKey<String> NETWORK_PROTOCOL_VERSION = stringKey("network.protocol.version");
    public static final AttributeKey<String> NETWORK_PEER_ADDRESS = stringKey("network.peer.address");
    public static final AttributeKey<Long> NETWORK_PEER_PORT = longKey("network.peer.port");
    public static final AttributeKey<String> USER_AGENT_ORIGINAL = stringKey("user_agent.original");

    public static final AttributeKey<String> LEGACY_METHOD = stringKey("http.method");
    public static final AttributeKey<Long> LEGACY_STATUS_CODE = longKey("http.status_code");
    public static final AttributeKey<String> LEGACY_HOST = stringKey("http.host");
    public static final AttributeKey<String> LEGACY_USER_AGENT = stringKey("http.user_agent");
    public static final AttributeKey<String> LEGACY_CLIENT_IP = stringKey("http.client_ip");
    public static final AttributeKey<String> LEGACY_SCHEME = stringKey("http.scheme");
    public static final AttributeKey<String> LEGACY_TARGET = stringKey("http.target");
    public static final AttributeKey<String> LEGACY_HOST_NAME = stringKey("net.host.name");
    public static final AttributeKey<Long> LEGACY_HOST_PORT = longKey("net.host.port");

    public static final AttributeKey<String> RPC_METHOD = stringKey("rpc.method");
    public static final AttributeKey<String> MESSAGING_OPERATION_NAME = stringKey("messaging.operation.name");
    public static final AttributeKey<String> MESSAGING_DESTINATION_NAME = stringKey("messaging.destination.name");
    public static final AttributeKey<Long> MESSAGING_BATCH_MESSAGE_COUNT = longKey("messaging.batch.message_count");
    public static final AttributeKey<Boolean> CACHE_HIT = booleanKey("cache.hit");

    public static final AttributeKey<String> JOB_QUEUE = stringKey("job.queue");
    public static final AttributeKey<Double> JOB_QUEUE_WAIT_MS = doubleKey("job.queue_wait_ms");
    public static final AttributeKey<Double> JOB_DISPATCH_MS = doubleKey("job.dispatch_ms");
    public static final AttributeKey<Double> JOB_PARK_WAIT_MS_TOTAL = doubleKey("job.park_wait_ms_total");
    public static final AttributeKey<Double> JOB_RUN_ACTIVE_MS = doubleKey("job.run_active_ms");
    public static final AttributeKey<Double> JOB_TOTAL_MS = doubleKey("job.total_ms");
    public static final AttributeKey<Long> JOB_PARK_COUNT = longKey("job.park_count");
    public static final AttributeKey<Boolean> JOB_PROMOTED = booleanKey("job.promoted");
    public static final AttributeKey<Long> JOB_DEPTH = longKey("job.depth");
    public static final AttributeKey<Long> JOB_DEPTH_START = longKey("job.depth_start");
    public static final AttributeKey<Long> JOB_DEPTH_END = longKey("job.depth_end");
    public static final AttributeKey<String> JOB_WORKER = stringKey("job.worker");
    public static final AttributeKey<Boolean> JOB_SUCCESS = booleanKey("job.success");
    public static final AttributeKey<String> JOB_PARK_CAUSE = stringKey("job.park.cause");
    public static final AttributeKey<String> JOB_PARK_TOKEN = stringKey("job.park.token");
    public static final AttributeKey<Boolean> JOB_PARK_DETECTED = booleanKey("job.park.detected");
    public static final AttributeKey<String> JOB_PARK_EVENT = stringKey("job.park.event");
    public static final AttributeKey<String> JOB_STUCK_OWNER = stringKey("job.stuck.owner");
    public static final AttributeKey<Long> CONCURRENCY_LIMIT_CURRENT = longKey("concurrency.limit.current");
    public static final AttributeKey<Long> CONCURRENCY_LIMIT_MAX = longKey("concurrency.limit.max");
    public static final AttributeKey<String> REASON = stringKey("reason");

    public static final AttributeKey<Long> ATTEMPT = longKey("attempt");
    public static final AttributeKey<Double> BACKOFF_MS = doubleKey("backoff_ms");

    public static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");
    public static final AttributeKey<String> ERROR_MESSAGE = stringKey("error.message");
    public static final AttributeKey<String> ERROR_ORIGIN = stringKey("error.origin");
    public static final AttributeKey<String> EXCEPTION_TYPE = stringKey("exception.type");
    public static final AttributeKey<String> EXCEPTION_MESSAGE = stringKey("exception.message");
    public static final AttributeKey<String> EXCEPTION_STACKTRACE = stringKey("exception.stacktrace");

    public static final AttributeKey<String> OTEL_COMPONENT_TYPE = stringKey("otel.component.type");
    public static final AttributeKey<String> OTEL_COMPONENT_NAME = stringKey("otel.component.name");
    public static final AttributeKey<String> SAMPLING_REASON = stringKey("steptrace.sampling.reason");

    public static final AttributeKey<Double> WORKING_MS = doubleKey("steptrace.working_ms");
    public static final AttributeKey<Double> WAITING_MS = doubleKey("steptrace.waiting_ms");
    public static final AttributeKey<Double> UNKNOWN_MS = doubleKey("steptrace.unknown_ms");
    public static final AttributeKey<List<String>> WAITED_FOR = stringArrayKey("steptrace.waited_for");

    private AttributeKeys() {
    }
}
