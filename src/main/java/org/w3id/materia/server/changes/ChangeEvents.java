package org.w3id.materia.server.changes;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.w3id.materia.store.ChangePoint;
import org.w3id.materia.store.ChangedResource;
import org.w3id.materia.store.StoredResource;

/** Changes as server-sent events. */
final class ChangeEvents {
    /** A comment, which every client passes over: it shows that the connection is there. */
    static final String HEARTBEAT = ":\n\n";

    /** Changes in one text, so that what is on its way to a client stays small. */
    private static final int AT_ONCE = 500;

    private ChangeEvents() {}

    /** One event for each change of a wanted type, and one that says that this is all up to {@code end}: it alone has an id to go on from. */
    static List<String> of(
            List<ChangedResource> changes, Predicate<String> wanted, ChangePoint end, Instant committed) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int told = 0;
        for (ChangedResource change : changes) {
            if (wanted.test(change.key().type())) {
                append(change, text);
                if (++told % AT_ONCE == 0) {
                    texts.add(text.toString());
                    text.setLength(0);
                }
            }
        }
        texts.add(text.append(position("commit", "\"changes\":" + told + ",", end, committed))
                .toString());
        return texts;
    }

    /** The client begins here. */
    static String begin(ChangePoint now, Instant committed) {
        return "retry: 5000\n" + position("commit", "\"changes\":0,", now, committed);
    }

    /** Nobody knows what has changed since the client's last event: it has to read everything again. */
    static String reset(ChangePoint now, Instant committed) {
        return "retry: 5000\n" + position("reset", "", now, committed);
    }

    private static String position(String name, String content, ChangePoint place, Instant committed) {
        return "event: " + name + "\nid: " + place + "\ndata: {" + content + "\"lastUpdated\":\""
                + StoredResource.stamp(committed) + "\"}\n\n";
    }

    private static void append(ChangedResource change, StringBuilder text) {
        text.append("event: ")
                .append(change.change().name().toLowerCase(Locale.ROOT))
                .append("\ndata: {\"resource\":\"");
        JsonStringEncoder.getInstance().quoteAsString(change.key().toString(), text);
        text.append('"');
        change.versionId().ifPresent(version -> {
            text.append(",\"versionId\":\"");
            JsonStringEncoder.getInstance().quoteAsString(version, text);
            text.append('"');
        });
        text.append(",\"lastUpdated\":\"")
                .append(StoredResource.stamp(change.when()))
                .append("\"}\n\n");
    }
}
