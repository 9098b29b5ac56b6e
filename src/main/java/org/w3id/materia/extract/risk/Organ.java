package org.w3id.materia.extract.risk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The organs whose weakness texts name in many ways for one thing: "kidney problems", "renal impairment". */
enum Organ {
    LIVER,
    KIDNEY;

    private static final Pattern WEAKNESS = Pattern.compile(
            "(liver|hepatic|kidney|renal) (?:impairment|diseases?|dysfunction|problems|issues|conditions?|insufficiency|disorders)");

    /** The organ, where a name says that it is weak and neither how much nor how. */
    static Optional<Organ> weak(String name) {
        Matcher matcher = WEAKNESS.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String organ = matcher.group(1);
        return Optional.of(organ.equals("liver") || organ.equals("hepatic") ? LIVER : KIDNEY);
    }
}
