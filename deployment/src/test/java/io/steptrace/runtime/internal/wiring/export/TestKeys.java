package io.steptrace.runtime.internal.wiring.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import io.vertx.core.net.PfxOptions;

/** A certificate for {@code localhost} that signed itself, and the list in which it revokes itself. */
record TestKeys(Path store, Path revocations) {

    static final String PASSWORD = "changeit";

    static TestKeys in(Path folder) throws Exception {
        Path store = folder.resolve("keys.p12");
        Path revocations = folder.resolve("revoked.crl");
        keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-validity", "2");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(store)) {
            keys.load(bytes, PASSWORD.toCharArray());
        }
        X509Certificate certificate = (X509Certificate) keys.getCertificate("collector");
        keytool(store, "-gencrl", "-id", certificate.getSerialNumber().toString(), "-file", revocations.toString());
        return new TestKeys(store, revocations);
    }

    /** What a server shows. */
    PfxOptions shown() {
        return new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
    }

    private static void keytool(Path store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "collector", "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass",
                PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + output);
        }
    }
}
