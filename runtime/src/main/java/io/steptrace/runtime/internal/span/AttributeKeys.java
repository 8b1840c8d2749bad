package io.steptrace.runtime.internal.span;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;

/** The attribute keys Steptrace writes; each stands here once. */
final class AttributeKeys {

    static final AttributeKey<String> CODE_FUNCTION_NAME = stringKey("code.function.name");

    static final AttributeKey<String> STEP_NAME = stringKey("step.name");
    static final AttributeKey<Long> STEP_SEQUENCE = longKey("step.sequence");
    static final AttributeKey<String> STEP_OUTCOME = stringKey("step.outcome");

    static final AttributeKey<String> EFFECT_KIND = stringKey("effect.kind");
    static final AttributeKey<String> EFFECT_OPERATION = stringKey("effect.operation");
    static final AttributeKey<String> EFFECT_TARGET = stringKey("effect.target");
    static final AttributeKey<Boolean> EFFECT_REQUIRED = booleanKey("effect.required");
    static final AttributeKey<Long> EFFECT_SEQUENCE = longKey("effect.sequence");
    static final AttributeKey<Boolean> EFFECT_SUCCESS = booleanKey("effect.success");
    static final AttributeKey<String> EFFECT_OUTCOME = stringKey("effect.outcome");
    static final AttributeKey<Long> EFFECT_NEED_SEQUENCE = longKey("effect.need_sequence");
    static final AttributeKey<String> EFFECT_MODE = stringKey("effect.mode");
    static final AttributeKey<String> EFFECT_JOIN = stringKey("effect.join");

    static final AttributeKey<Long> NEED_EFFECTS = longKey("need.effects");
    static final AttributeKey<String> NEED_MODE = stringKey("need.mode");
    static final AttributeKey<String> NEED_JOIN = stringKey("need.join");
    static final AttributeKey<Long> NEED_COMPLETED = longKey("need.completed");
    static final AttributeKey<Long> NEED_FAILED = longKey("need.failed");
    static final AttributeKey<Double> NEED_DURATION_MS = doubleKey("need.duration_ms");
    static final AttributeKey<String> SLOT = stringKey("slot");
    static final AttributeKey<Long> SIZE_BYTES = longKey("size_bytes");

    static final AttributeKey<String> RENDER_PHASE = stringKey("render.phase");
    static final AttributeKey<Long> RENDER_SIZE_BYTES = longKey("render.size_bytes");

    static final AttributeKey<String> DB_OPERATION_NAME = stringKey("db.operation.name");
    static final AttributeKey<String> DB_COLLECTION_NAME = stringKey("db.collection.name");
    static final AttributeKey<String> HTTP_REQUEST_METHOD = stringKey("http.request.method");
    static final AttributeKey<String> HTTP_REQUEST_METHOD_ORIGINAL = stringKey("http.request.method_original");
    static final AttributeKey<Long> HTTP_RESPONSE_STATUS_CODE = longKey("http.response.status_code");
    static final AttributeKey<String> HTTP_ROUTE = stringKey("http.route");
    static final AttributeKey<String> URL_SCHEME = stringKey("url.scheme");
    static final AttributeKey<String> URL_PATH = stringKey("url.path");
    static final AttributeKey<String> URL_QUERY = stringKey("url.query");
    static final AttributeKey<String> SERVER_ADDRESS = stringKey("server.address");
    static final AttributeKey<Long> SERVER_PORT = longKey("server.port");
    static final AttributeKey<String> CLIENT_ADDRESS = stringKey("client.address");
    static final AttributeKey<Long> CLIENT_PORT = longKey("client.port");
    static final AttributeKey<String> NETWORK_TRANSPORT = stringKey("network.transport");
    static final AttributeKey<String> NETWORK_PROTOCOL_VERSION = stringKey("network.protocol.version");
    static final AttributeKey<String> USER_AGENT_ORIGINAL = stringKey("user_agent.original");

    static final AttributeKey<String> LEGACY_METHOD = stringKey("http.method");
    static final AttributeKey<Long> LEGACY_STATUS_CODE = longKey("http.status_code");
    static final AttributeKey<String> LEGACY_HOST = stringKey("http.host");
    static final AttributeKey<String> LEGACY_USER_AGENT = stringKey("http.user_agent");
    static final AttributeKey<String> LEGACY_CLIENT_IP = stringKey("http.client_ip");
    static final AttributeKey<String> LEGACY_SCHEME = stringKey("http.scheme");
    static final AttributeKey<String> LEGACY_TARGET = stringKey("http.target");
    static final AttributeKey<String> LEGACY_HOST_NAME = stringKey("net.host.name");
    static final AttributeKey<Long> LEGACY_HOST_PORT = longKey("net.host.port");

    static final AttributeKey<String> RPC_METHOD = stringKey("rpc.method");
    static final AttributeKey<String> MESSAGING_OPERATION_NAME = stringKey("messaging.operation.name");
    static final AttributeKey<String> MESSAGING_DESTINATION_NAME = stringKey("messaging.destination.name");
    static final AttributeKey<Boolean> CACHE_HIT = booleanKey("cache.hit");

    static final AttributeKey<String> JOB_QUEUE = stringKey("job.queue");
    static final AttributeKey<Double> JOB_QUEUE_WAIT_MS = doubleKey("job.queue_wait_ms");
    static final AttributeKey<Double> JOB_DISPATCH_MS = doubleKey("job.dispatch_ms");
    static final AttributeKey<Double> JOB_PARK_WAIT_MS_TOTAL = doubleKey("job.park_wait_ms_total");
    static final AttributeKey<Double> JOB_RUN_ACTIVE_MS = doubleKey("job.run_active_ms");
    static final AttributeKey<Double> JOB_TOTAL_MS = doubleKey("job.total_ms");
    static final AttributeKey<Long> JOB_PARK_COUNT = longKey("job.park_count");
    static final AttributeKey<Boolean> JOB_PROMOTED = booleanKey("job.promoted");
    static final AttributeKey<Long> JOB_DEPTH = longKey("job.depth");
    static final AttributeKey<Long> JOB_DEPTH_START = longKey("job.depth_start");
    static final AttributeKey<Long> JOB_DEPTH_END = longKey("job.depth_end");
    static final AttributeKey<String> JOB_WORKER = stringKey("job.worker");
    static final AttributeKey<Boolean> JOB_SUCCESS = booleanKey("job.success");
    static final AttributeKey<String> JOB_PARK_CAUSE = stringKey("job.park.cause");
    static final AttributeKey<String> JOB_PARK_TOKEN = stringKey("job.park.token");
    static final AttributeKey<Long> CONCURRENCY_LIMIT_CURRENT = longKey("concurrency.limit.current");
    static final AttributeKey<Long> CONCURRENCY_LIMIT_MAX = longKey("concurrency.limit.max");
    static final AttributeKey<String> REASON = stringKey("reason");

    static final AttributeKey<Long> ATTEMPT = longKey("attempt");
    static final AttributeKey<Double> BACKOFF_MS = doubleKey("backoff_ms");

    static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");
    static final AttributeKey<String> ERROR_MESSAGE = stringKey("error.message");
    static final AttributeKey<String> ERROR_ORIGIN = stringKey("error.origin");
    static final AttributeKey<String> EXCEPTION_TYPE = stringKey("exception.type");
    static final AttributeKey<String> EXCEPTION_MESSAGE = stringKey("exception.message");
    static final AttributeKey<String> EXCEPTION_STACKTRACE = stringKey("exception.stacktrace");

    static final AttributeKey<String> SAMPLING_REASON = stringKey("steptrace.sampling.reason");

    private AttributeKeys() {
    }
}
