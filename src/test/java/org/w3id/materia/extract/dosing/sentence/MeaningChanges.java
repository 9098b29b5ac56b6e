package org.w3id.materia.extract.dosing.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Changes after which a dosing sentence no longer says what it said. */
final class MeaningChanges {
    private MeaningChanges() {}

    static Stream<String> prefixes() {
        return Stream.of(
                "In dogs, ",
                "In the withdrawn 2009 label, ",
                "It is wrong that ",
                "Nobody should be given this: ",
                "Unless the patient is on dialysis, ",
                "Only if the serum level stays low, ",
                "Clopidogrel: ",
                "A trial compared ",
                "Never ",
                "Do not take ",
                "Instead of ",
                "17 ",
                "Formerly ");
    }

    static Stream<String> words() {
        return Stream.of("never", "not", "17", "without", "unless", "3.4.5", "except", "warfarin");
    }

    /** The sentence with a word between any two of its words. */
    static List<String> withWordAnywhere(String sentence, String word) {
        String[] words = sentence.split(" ", -1);
        List<String> changed = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            // "17 500 mg" is one number.
            boolean oneNumber = word.equals("17") && words[i].matches("[0-9]{3}(?![0-9]).*");
            if (!oneNumber) {
                changed.add(String.join(" ", List.of(words).subList(0, i)) + " " + word + " "
                        + String.join(" ", List.of(words).subList(i, words.length)));
            }
        }
        return changed;
    }
}
