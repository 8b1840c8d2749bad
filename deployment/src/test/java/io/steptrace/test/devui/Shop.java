package io.steptrace.test.devui;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.ParkCause;
import io.steptrace.Parking;
import io.steptrace.Step;

/** An application with a queue of one worker, and with a step that lasts until it is let go. */
@Path("/shop")
public class Shop {

    /** Where the class loader of each application is noted; the test and the applications have only the JDK in common. */
    static final String LOADERS = "io.steptrace.test.devui.loaders";

    private static final CountDownLatch HELD = new CountDownLatch(1);

    @Inject
    Shop self;

    @Startup
    @SuppressWarnings("unchecked")
    void note() {
        ((List<Object>) System.getProperties().computeIfAbsent(LOADERS, key -> new ArrayList<>()))
                .add(new WeakReference<>(Shop.class.getClassLoader()));
    }

    @GET
    @Path("/orders/{customer}")
    public Uni<String> order(@PathParam("customer") String customer) throws InterruptedException {
        return self.load(customer);
    }

    @Effect(value = "db.get order", queue = "digest")
    Uni<String> load(@SpanAttribute("customer") String customer) throws InterruptedException {
        try (Parking.Parked nap = Parking.park(ParkCause.TIMER)) {
            Thread.sleep(12);
        }
        return Uni.createFrom().item("version 0.");
    }

    @GET
    @Path("/held")
    @Step("hold")
    public String held() throws InterruptedException {
        return HELD.await(30, TimeUnit.SECONDS) ? "let go" : "held for too long";
    }

    @GET
    @Path("/let-go")
    public String letGo() {
        HELD.countDown();
        return "done";
    }
}
