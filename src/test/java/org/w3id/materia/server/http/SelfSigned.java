package org.w3id.materia.server.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for this machine that the JDK's keytool makes, as the PEM files that operators have. Those of one algorithm and number are
 * one certificate in all tests of a process: keytool is a process of its own, which takes longer than most of them.
 */
public final class SelfSigned {
    private static final String PASSWORD = "changeit";
    private static final Map<String, byte[]> STORES = new ConcurrentHashMap<>();

    public final Path certificate;
    public final Path key;
    private final KeyStore store;

    /** The first of its algorithm. */
    public SelfSigned(Path folder, String algorithm)
            throws IOException, InterruptedException, GeneralSecurityException {
        this(folder, algorithm, 1);
    }

    /**
     * @param folder where its files are written
     * @param algorithm of the key, as keytool names it: EC, RSA, Ed25519
     * @param number those with another are other certificates
     */
    public SelfSigned(Path folder, String algorithm, int number)
            throws IOException, InterruptedException, GeneralSecurityException {
        String name = algorithm + number;
        if (!STORES.containsKey(name)) {
            STORES.put(name, made(folder.resolve(name + ".p12"), algorithm));
        }
        store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(STORES.get(name)), PASSWORD.toCharArray());
        certificate = write(
                folder.resolve(algorithm + "-fullchain.pem"),
                "CERTIFICATE",
                store.getCertificate("tls").getEncoded());
        key = write(
                folder.resolve(algorithm + "-privkey.pem"),
                "PRIVATE KEY",
                store.getKey("tls", PASSWORD.toCharArray()).getEncoded());
    }

    private static byte[] made(Path file, String algorithm) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        // What starts and ends is faster without the second compiler.
                        "-J-XX:TieredStopAtLevel=1",
                        "-J-XX:+UseSerialGC",
                        "-genkeypair",
                        "-keyalg",
                        algorithm,
                        "-alias",
                        "tls",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool failed");
        }
        return Files.readAllBytes(file);
    }

    /** TLS for a client that trusts this certificate and no other. */
    public SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("tls", store.getCertificate("tls"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    static Path write(Path file, String label, byte[] content) throws IOException {
        return Files.writeString(
                file,
                "-----BEGIN " + label + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                        + "-----\n");
    }
}
