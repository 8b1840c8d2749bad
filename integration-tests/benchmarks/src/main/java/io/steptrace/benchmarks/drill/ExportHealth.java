package io.steptrace.benchmarks.drill;

import io.vertx.core.json.JsonObject;

/**
 * The figures of the export as an application with the extension tells them.
 *
 * @param spooledSpans in the spool
 * @param lostSpans counted as lost since the start
 */
public record ExportHealth(long spooledSpans, long lostSpans) {

    private static final String CHECK = "Steptrace export";

    /** @param page the wellness group of the health page */
    public static ExportHealth of(JsonObject page) {
        return page.getJsonArray("checks").stream().map(JsonObject.class::cast)
                .filter(check -> CHECK.equals(check.getString("name"))).findFirst()
                .map(check -> check.getJsonObject("data"))
                .map(data -> new ExportHealth(data.getLong("spooled-spans"), data.getLong("lost-spans")))
                .orElseThrow(() -> new IllegalStateException("the health page must tell of the export: " + page));
    }
}
