package org.w3id.materia.server.failure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Finds the parameter of a query for which a server can make nothing of the whole query (RFC 3986, 2.1 and 2.5). */
final class MalformedParameter {
    private MalformedParameter() {}

    /**
     * What is wrong with the first such parameter; empty where all are well formed. Values are not repeated, as a patient's data may stand in
     * them.
     *
     * @param query as it was sent; null where there is none
     */
    static Optional<String> in(String query) {
        if (query == null) {
            return Optional.empty();
        }
        for (String parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            Optional<String> fault = fault(name).or(() -> fault(parameter.substring(name.length())));
            if (fault.isPresent()) {
                return Optional.of("The parameter '" + name + "' is malformed: " + fault.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fault(String encoded) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) != '%') {
                decoded.writeBytes(encoded.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
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
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded.toByteArray()));
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of("what is written with '%' is not UTF-8.");
        }
    }
}
