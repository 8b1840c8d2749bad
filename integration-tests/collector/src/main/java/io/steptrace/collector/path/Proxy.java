package io.steptrace.collector.path;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import io.steptrace.collector.LoopbackServer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetClient;

/** An HTTP proxy that forwards and tunnels, and remembers what it was asked for. Safe for any thread. */
public final class Proxy extends LoopbackServer {

    private static final int BAD_GATEWAY = 502;

    private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpClient forwards = vertx().createHttpClient();
    private final NetClient tunnels = vertx().createNetClient();

    private Proxy() {
        super(0, new HttpServerOptions().setHttp2ClearTextEnabled(false));
    }

    /** Listens on a free port. */
    public static Proxy listening() {
        Proxy proxy = new Proxy();
        proxy.start();
        return proxy;
    }

    /** Answers the next request itself, with a page. */
    public void refuseNext(int status) {
        refusals.add(status);
    }

    /**
     * The first lines of the requests so far without their versions, such as "CONNECT host:port" and "POST
     * http://host:port/path".
     */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    protected void serve(HttpServerRequest request) {
        asked.add(request.method() + " " + request.uri());
        Integer refusal = refusals.poll();
        if (refusal != null) {
            request.response().setStatusCode(refusal).putHeader("Content-Type", "text/html")
                    .end("<html><title>Refused by the proxy</title></html>");
        } else if (request.method() == HttpMethod.CONNECT) {
            tunnel(request);
        } else {
            forward(request);
        }
    }

    private void tunnel(HttpServerRequest request) {
        int colon = request.uri().lastIndexOf(':');
        request.pause();
        tunnels.connect(Integer.parseInt(request.uri().substring(colon + 1)), request.uri().substring(0, colon))
                .onSuccess(there -> request.toNetSocket().onSuccess(here -> {
                    here.pipeTo(there);
                    there.pipeTo(here);
                }))
                .onFailure(refused -> fail(request));
    }

    private void forward(HttpServerRequest request) {
        request.body()
                .compose(
                        body -> forwards.request(new RequestOptions().setMethod(request.method()).setAbsoluteURI(request.uri()))
                                .compose(onward -> {
                                    onward.headers().setAll(request.headers());
                                    return onward.send(body);
                                }))
                .onSuccess(answer -> {
                    request.response().setStatusCode(answer.statusCode()).headers().setAll(answer.headers());
                    request.response().send(answer);
                })
                .onFailure(refused -> fail(request));
    }

    private static void fail(HttpServerRequest request) {
        request.response().setStatusCode(BAD_GATEWAY).end();
    }
}
