package org.w3id.materia.monograph;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML of keys and plain values, all that a title needs. Lists, nested keys and aliases are passed over, each with its
 * reason: read event by event nothing is built from them, so that they cost no more than their length.
 */
final class FlatYaml {
    /** In characters; the parser's time grows with the square of some nests. */
    private static final int LONGEST = 16_384;

    private static final int MOST_REASONS = 20;

    private static final Set<String> NULLS = Set.of("~", "null", "Null", "NULL");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> refused = new LinkedHashMap<>();
    private final Iterator<Event> events;

    private FlatYaml(String yaml) {
        events = new Parse(LoadSettings.builder().build()).parseString(yaml).iterator();
    }

    /** @throws YamlEngineException where it is no YAML, no list of keys and values, or too long */
    static FlatYaml of(String yaml) {
        if (yaml.length() > LONGEST) {
            throw new YamlEngineException("it is longer than " + LONGEST + " characters.");
        }
        FlatYaml flat = new FlatYaml(yaml);
        flat.read();
        return flat;
    }

    /** Keys with their values as they are written, in order. */
    Map<String, String> values() {
        return values;
    }

    /** What was passed over, as a sentence, with its line, counted from 0. */
    Map<String, Integer> refused() {
        return refused;
    }

    private void read() {
        Event first = next();
        while (first.getEventId() == Event.ID.StreamStart
                || first.getEventId() == Event.ID.DocumentStart
                || first.getEventId() == Event.ID.Comment) {
            first = next();
        }
        if (!(first instanceof MappingStartEvent)) {
            throw new YamlEngineException("it is no list of keys and values.");
        }
        for (Event key = next(); !(key instanceof CollectionEndEvent); key = next()) {
            readEntry(key);
        }
        while (events.hasNext()) {
            next();
        }
    }

    private void readEntry(Event key) {
        if (!(key instanceof ScalarEvent name)) {
            refuse("A key is no plain text.", key);
            skip(key);
            skip(next());
            return;
        }
        Event value = next();
        if (value instanceof ScalarEvent scalar) {
            boolean none = scalar.isPlain() && NULLS.contains(scalar.getValue());
            values.put(name.getValue(), none ? "" : scalar.getValue());
        } else {
            String what = value instanceof AliasEvent ? "an alias" : "a list or has keys of its own";
            refuse("The value of '" + name.getValue() + "' is " + what + "; only plain values are read.", value);
            skip(value);
        }
    }

    private void refuse(String reason, Event event) {
        if (refused.size() < MOST_REASONS) {
            refused.put(reason, event.getStartMark().map(m -> m.getLine()).orElse(0));
        }
    }

    /** Passes over the rest of a collection that has begun; nothing to do for all else. */
    private void skip(Event begun) {
        int depth = begun instanceof CollectionStartEvent ? 1 : 0;
        while (depth > 0) {
            Event event = next();
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        }
    }

    private Event next() {
        return events.next();
    }
}
