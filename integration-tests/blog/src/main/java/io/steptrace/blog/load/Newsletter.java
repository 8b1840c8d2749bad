package io.steptrace.blog.load;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.Retry;

import io.steptrace.Effect;

/** Sends mail, and insists. */
@ApplicationScoped
public class Newsletter {

    private final MailServer server;

    Newsletter(MailServer server) {
        this.server = server;
    }

    @Retry(maxRetries = 3, delay = 20, jitter = 0)
    @Effect("messaging.publish newsletter")
    String publish() {
        server.deliver();
        return "delivered";
    }
}
