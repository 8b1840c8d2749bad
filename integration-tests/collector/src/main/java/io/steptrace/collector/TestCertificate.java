package io.steptrace.collector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for 127.0.0.1 that signed itself, so that nobody trusts it who was not told to. */
public final class TestCertificate {

    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "collector";

    private final Path folder;

    private TestCertificate(Path folder) {
        this.folder = folder;
    }

    /** Makes a new one with the keytool of the running JDK, in a folder of its own under target. */
    public static TestCertificate generated() throws IOException, InterruptedException {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        TestCertificate certificate = new TestCertificate(Files.createTempDirectory(target, "certificate"));
        certificate.keytool("-genkeypair", "-keystore", certificate.keyStore().toString(), "-keyalg", "RSA",
                "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1,dns:localhost", "-validity", "2");
        certificate.keytool("-exportcert", "-keystore", certificate.keyStore().toString(),
                "-rfc", "-file", certificate.pem().toString());
        certificate.keytool("-importcert", "-noprompt", "-keystore", certificate.trustStore().toString(),
                "-file", certificate.pem().toString());
        return certificate;
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

    /** The password of both stores. */
    public String password() {
        return PASSWORD;
    }

    /** TLS for a client that trusts this certificate and no other. */
    public SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(trustStore())) {
            store.load(bytes, PASSWORD.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
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
