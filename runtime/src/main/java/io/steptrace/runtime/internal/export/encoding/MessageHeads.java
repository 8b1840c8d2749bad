package io.steptrace.runtime.internal.export.encoding;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;

/** What stands above the spans of a request: whose they are. */
final class MessageHeads {

    /** Of the resource in {@code ResourceSpans}, and of the scope in {@code ScopeSpans}. */
    private static final int OWNER = 1;
    private static final int SCHEMA_URL = 3;

    private static final int RESOURCE_ATTRIBUTES = 1;

    private static final int SCOPE_NAME = 1;
    private static final int SCOPE_VERSION = 2;
    private static final int SCOPE_ATTRIBUTES = 3;

    private MessageHeads() {
    }

    static byte[] of(Resource resource) {
        WireWriter to = new WireWriter();
        int message = to.begin(OWNER);
        AttributeEncoder.write(resource.getAttributes(), to, RESOURCE_ATTRIBUTES);
        to.end(message);
        to.textIfAny(SCHEMA_URL, resource.getSchemaUrl());
        return to.written();
    }

    static byte[] of(InstrumentationScopeInfo scope) {
        WireWriter to = new WireWriter();
        int message = to.begin(OWNER);
        to.textIfAny(SCOPE_NAME, scope.getName());
        to.textIfAny(SCOPE_VERSION, scope.getVersion());
        AttributeEncoder.write(scope.getAttributes(), to, SCOPE_ATTRIBUTES);
        to.end(message);
        to.textIfAny(SCHEMA_URL, scope.getSchemaUrl());
        return to.written();
    }
}
