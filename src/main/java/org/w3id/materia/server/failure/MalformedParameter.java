package org.w3id.materia.server.failure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Optional;

/** Finds the parameter of a query or form for which a server can make nothing of the whole of it (RFC 3986, 2.1 and 2.5). */
final class MalformedParameter {
    private MalformedParameter() {}

    /**
     * What is wrong with the first such parameter; empty where all are well formed. Values are not repeated, as a patient's data may stand in
     * them.
     *
     * @param parameters as they were sent, encoded and joined by {@code &}
     */
    static Optional<String> in(byte[] parameters) {
        for (String parameter : new String(parameters, ISO_8859_1).split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            Optional<String> fault = fault(name).or(() -> fault(parameter.substring(name.length())));
            if (fault.isPresent()) {
                return Optional.of("The parameter '" + new String(name.getBytes(ISO_8859_1), UTF_8) + "' is malformed: "
                        + fault.get());
            }
        }
        return Optional.empty();
    }

    /** @param encoded a character for each byte */
    private static Optional<String> fault(String encoded) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) != '%') {
                decoded.write(encoded.charAt(i));
            } else if (i + 2 < encoded.length()
                    && HexFormat.isHexDigit(encoded.charAt(i + 1))
                    && HexFormat.isHexDigit(encoded.charAt(i + 2))) {
                decoded.write(HexFormat.fromHexDigits(encoded, i + 1, i + 3));
                i += 2;
            } else {
                return Optional.of("behind a '%' stand two hexadecimal digits, and a '%' itself is written '%25'.");
            }
        }
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded.toByteArray()));
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of("what is written with '%' is not UTF-8.");
        }
    }
}
