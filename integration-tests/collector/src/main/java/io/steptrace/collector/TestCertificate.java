package io.steptrace.collector;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;

/** A certificate for 127.0.0.1 that signed itself: only a client configured to trust it does. */
public final class TestCertificate {

    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "collector";

    private final Path folder;

    private TestCertificate(Path folder) {
        this.folder = folder;
    }

    /** Makes a new one with the keytool of the running JDK, in a folder of its own under target. */
    public static TestCertificate generated() throws IOException, InterruptedException, GeneralSecurityException {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        TestCertificate certificate = new TestCertificate(Files.createTempDirectory(target, "certificate"));
        certificate.renew();
        return certificate;
    }

    /** Replaces it by another in the same files; a server that shows it shows the other once it has been restarted. */
    public void renew() throws IOException, InterruptedException, GeneralSecurityException {
        Files.deleteIfExists(keyStore());
        keytool("-genkeypair", "-keystore", keyStore().toString(), "-keyalg", "EC",
                "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1,dns:localhost", "-validity", "2");
        split();
    }

    /** PKCS12, with the private key. */
    public Path keyStore() {
        return folder.resolve("key.p12");
    }

    /** PKCS12, the certificate alone. */
    public Path trustStore() {
        return folder.resolve("trust.p12");
    }

    /** The certificate alone. */
    public Path pem() {
        return folder.resolve("certificate.pem");
    }

    /** Its private key, not encrypted. */
    public Path privateKeyPem() {
        return folder.resolve("key.pem");
    }

    /** The password of both stores. */
    public String password() {
        return PASSWORD;
    }

    /** TLS for a client that trusts this certificate and no other. */
    public SSLContext trusting() throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(load(trustStore()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** A server that shows it. */
    public HttpServerOptions presented() {
        return new HttpServerOptions().setSsl(true)
                .setKeyCertOptions(new PfxOptions().setPath(keyStore().toString()).setPassword(PASSWORD));
    }

    /** A server that shows it, and refuses a client that does not. */
    public HttpServerOptions demanded() {
        return presented().setClientAuth(ClientAuth.REQUIRED)
                .setTrustOptions(new PfxOptions().setPath(trustStore().toString()).setPassword(PASSWORD));
    }

    /** Everything but the store with the key comes from that; each run of keytool would take a second. */
    private void split() throws IOException, GeneralSecurityException {
        KeyStore both = load(keyStore());
        Certificate certificate = both.getCertificate(ALIAS);
        writePem(pem(), "CERTIFICATE", certificate.getEncoded());
        writePem(privateKeyPem(), "PRIVATE KEY", both.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, certificate);
        try (OutputStream bytes = Files.newOutputStream(trustStore())) {
            trusted.store(bytes, PASSWORD.toCharArray());
        }
    }

    private static void writePem(Path file, String what, byte[] bytes) throws IOException {
        Files.writeString(file, "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes)
                + "\n-----END " + what + "-----\n");
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, PASSWORD.toCharArray());
        }
        return store;
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", ALIAS, "-storetype", "PKCS12", "-storepass", PASSWORD));
        Path output = folder.resolve("keytool.log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile())).start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("keytool failed: " + Files.readString(output));
        }
    }
}
