package org.w3id.materia.model.pem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and private keys in PEM (RFC 7468), as certificate authorities and their clients write them, as key stores in memory. */
public final class PemFiles {
    /** Of the key stores, which never leave memory. */
    public static final char[] PASSWORD = "memory".toCharArray();

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Pattern OTHER_KEY = Pattern.compile("-----BEGIN ([A-Z ]+ PRIVATE KEY)-----");

    private PemFiles() {}

    /**
     * A certificate with its chain, and its private key.
     *
     * @throws UnusableCertificateException where a file cannot be read, is not what it should be, or the two do not belong
     *     together
     */
    public static KeyStore read(Path certificate, Path key) {
        Certificate[] chain = certificates(certificate);
        PublicKey publicKey = chain[0].getPublicKey();
        try {
            PrivateKey privateKey = KeyFactory.getInstance(publicKey.getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(keyBytes(key)));
            if (!belongTogether(publicKey, privateKey)) {
                throw notTheCertificates(key, certificate, null);
            }
            KeyStore store = empty();
            store.setKeyEntry("tls", privateKey, PASSWORD, chain);
            return store;
        } catch (InvalidKeySpecException | InvalidKeyException | SignatureException e) {
            throw notTheCertificates(key, certificate, e);
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableCertificateException(
                    "This Java cannot use the certificate in " + certificate + ": " + e.getMessage() + ".", e);
        }
    }

    /**
     * Certificates that are trusted, each for itself.
     *
     * @throws UnusableCertificateException where the file cannot be read, or holds none
     */
    public static KeyStore trusted(Path certificates) {
        try {
            KeyStore store = empty();
            int number = 0;
            for (Certificate each : certificates(certificates)) {
                store.setCertificateEntry("trusted-" + number++, each);
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableCertificateException(
                    "This Java cannot use the certificates in " + certificates + ": " + e.getMessage() + ".", e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Certificate[] certificates(Path file) {
        try {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(text(file).getBytes(StandardCharsets.UTF_8)))
                    .toArray(Certificate[]::new);
            if (chain.length > 0) {
                return chain;
            }
            throw new UnusableCertificateException("There is no certificate in " + file + ".");
        } catch (GeneralSecurityException e) {
            throw new UnusableCertificateException(
                    file + " holds no certificates in PEM (-----BEGIN CERTIFICATE-----).", e);
        }
    }

    private static byte[] keyBytes(Path file) {
        String text = text(file);
        Matcher key = KEY.matcher(text);
        if (key.find()) {
            return Base64.getMimeDecoder().decode(key.group(1));
        }
        Matcher other = OTHER_KEY.matcher(text);
        throw new UnusableCertificateException(
                other.find()
                        ? file + " holds an " + other.group(1) + ". Convert it: openssl pkcs8 -topk8 -nocrypt -in "
                                + file + " -out tls.key"
                        : file + " holds no private key in PEM (-----BEGIN PRIVATE KEY-----).");
    }

    private static String text(Path file) {
        try {
            return Files.readString(
                    file, StandardCharsets.ISO_8859_1); // PEM is ASCII; comments around it may be anything.
        } catch (IOException e) {
            throw new UnusableCertificateException("Cannot read " + file + ": " + e + ".", e);
        }
    }

    /** Whether what the private key signs is verified by the public one. */
    private static boolean belongTogether(PublicKey publicKey, PrivateKey privateKey) throws GeneralSecurityException {
        String algorithm = publicKey.getAlgorithm();
        Signature signature = Signature.getInstance(
                algorithm.equals("EC") ? "SHA256withECDSA" : algorithm.equals("RSA") ? "SHA256withRSA" : algorithm);
        byte[] anything = {1, 2, 3};
        signature.initSign(privateKey);
        signature.update(anything);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(anything);
        return signature.verify(signed);
    }

    private static UnusableCertificateException notTheCertificates(Path key, Path certificate, Throwable cause) {
        return new UnusableCertificateException(
                "The private key in " + key + " is not that of the first certificate in " + certificate + ".", cause);
    }
}
