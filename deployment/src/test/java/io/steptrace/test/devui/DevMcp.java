package io.steptrace.test.devui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;

/** Asks an application in dev mode as an assistant does, over the Model Context Protocol. */
final class DevMcp {

    private DevMcp() {
    }

    /**
     * The list of tools. Quarkus looks into the home folder whether they are switched on, when it is asked for the first time.
     *
     * @param home is taken for the home folder
     */
    static String toolsOnceSwitchedOn(Path home) throws IOException {
        String userHome = System.getProperty("user.home");
        Files.createDirectories(home.resolve(".quarkus"));
        Files.writeString(home.resolve(".quarkus/dev-mcp.properties"), "enabled=true\n");
        System.setProperty("user.home", home.toString());
        try {
            return ask("tools/list", new JsonObject()).encode();
        } finally {
            System.setProperty("user.home", userHome);
        }
    }

    /** What a tool of ours answers. */
    static String call(String tool, JsonObject arguments) {
        return ask("tools/call", new JsonObject().put("name", "quarkus-steptrace_" + tool).put("arguments", arguments))
                .encode();
    }

    private static JsonObject ask(String method, JsonObject params) {
        JsonObject request = new JsonObject().put("jsonrpc", "2.0").put("id", 1).put("method", method).put("params", params);
        JsonObject answer = new JsonObject(RestAssured.given().contentType("application/json")
                .accept("application/json, text/event-stream").body(request.encode()).post("/q/dev-mcp").asString());
        assertThat(answer.containsKey("error")).as(answer.encode()).isFalse();
        return answer.getJsonObject("result");
    }
}
