package io.steptrace.runtime.internal.export.otlp.connection;

import java.io.IOException;
import java.security.cert.CertificateException;

import javax.net.ssl.SSLException;

import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.ssl.NotSslRecordException;
import io.steptrace.runtime.internal.text.LogText;

/**
 * There was no connection that a request could be sent on, and it says what is most likely configured wrong. Carries no
 * stack trace, because it is an observation and not a bug.
 */
public final class LikelyMistake extends IOException {

    private static final long serialVersionUID = 1L;

    /** What the keys of the platform for a collector begin with. */
    public static final String KEYS = "quarkus.otel.exporter.otlp.";
    private static final String ALERT = "Received fatal alert: ";

    /** Two failures may be each other's cause. */
    private static final int MAX_DEPTH = 16;

    private final Of of;

    private LikelyMistake(Of of, String message) {
        super(message);
        this.of = of;
    }

    public Of of() {
        return of;
    }

    /** A port that speaks something else than it is spoken to. */
    static LikelyMistake speaks(PortProtocol spoken) {
        return new LikelyMistake(Of.PORT, switch (spoken) {
            case HTTP_1 -> "this port speaks HTTP/1.1 and no gRPC - is it " + KEYS + "protocol=http/protobuf?";
            case HTTP_2 -> "this port speaks HTTP/2, as gRPC does - is it " + KEYS + "protocol=grpc?";
            case TLS -> "this port speaks TLS - is it https:// in " + KEYS + "endpoint?";
            case UNKNOWN -> "this port speaks neither HTTP/2 nor TLS - is " + KEYS + "endpoint right?";
        });
    }

    /** A port that goes on sending. */
    static LikelyMistake endless() {
        return new LikelyMistake(Of.ANYTHING_ELSE,
                "more comes from this port than any answer may have - is " + KEYS + "endpoint right?");
    }

    /** A proxy that is spoken to in clear, and does not speak HTTP/2. */
    static LikelyMistake proxyForHttp1() {
        return new LikelyMistake(Of.PORT,
                "gRPC in clear passes no proxy for HTTP/1.1 - is it https:// in " + KEYS + "endpoint, or " + KEYS
                        + "protocol=http/protobuf?");
    }

    /** What is most likely behind a failure, or the failure itself. */
    static Throwable behind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; depth < MAX_DEPTH && cause != null; depth++) {
            String message = message(cause);
            if (message != null) {
                boolean isOfCredentials = cause instanceof ProxyConnectException
                        && message.contains(String.valueOf(HttpAnswer.PROXY_AUTHENTICATION_REQUIRED));
                return new LikelyMistake(isOfCredentials ? Of.CREDENTIALS_FOR_PROXY : Of.ANYTHING_ELSE, message);
            }
            cause = cause.getCause();
        }
        return failure;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    private static String message(Throwable cause) {
        String words = String.valueOf(LogText.printable(cause.getMessage()));
        if (cause instanceof NotSslRecordException) {
            return "this port does not speak TLS - is it http:// in " + KEYS + "endpoint?";
        } else if (cause instanceof CertificateException) {
            // the words at the end, for they may be longer than a line of a log
            return "the collector's certificate is not trusted - see " + KEYS + "tls-configuration-name and trust-cert.certs ("
                    + words + ")";
        } else if (cause instanceof SSLException && words.startsWith(ALERT)) {
            return "the collector refuses the TLS handshake (" + words.substring(ALERT.length())
                    + ") - does it ask for a certificate? Or for another protocol or cipher suite? See " + KEYS
                    + "tls-configuration-name and key-cert";
        } else if (cause instanceof ProxyConnectException) {
            return "the proxy makes no tunnel to the collector (" + words + ") - see " + KEYS + "proxy-options";
        }
        return null;
    }

    /** What is configured wrong. */
    public enum Of {
        /** No request at all can pass on the port. */
        PORT,
        /** A proxy asks for credentials, or for different ones. */
        CREDENTIALS_FOR_PROXY,
        ANYTHING_ELSE
    }
}
