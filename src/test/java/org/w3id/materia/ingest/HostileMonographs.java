package org.w3id.materia.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Monographs that repeat one construct as often as one wants, each construct in each kind of section that is read. */
public final class HostileMonographs {
    /** Sections that have a reader of their own. */
    public static final List<String> SECTIONS = List.of(
            "Usage",
            "Dosage",
            "Contraindications",
            "Precautions",
            "Interactions",
            "Adverse Effects",
            "Mechanism of Action",
            "FAQs");

    private static final int PARAGRAPH = 2_900;

    private static final String OPENING = "---\ntitle: Examplamab\n---\n\n# Examplamab\n\n";

    private static final Map<String, IntFunction<String>> CONSTRUCTS = new LinkedHashMap<>();

    static {
        repeated("a run of doses in one sentence", "Give 5 mg once daily", " and 5 mg once daily", ".\n");
        repeated("doses joined by or", "1 mg", " or 1 mg", " daily.\n");
        repeated("numbers", "Give 1", " 2", " mg.\n");
        repeated("numbers with commas", "Give 1", ", 2", " mg daily.\n");
        repeated("digits", "Give ", "1", " mg daily.\n");
        repeated("sentences with a dose", "", "Give 5 mg once daily. ", "\n");
        repeated("paragraphs with a dose", "", "Give 5 mg once daily.\n\n", "");
        repeated("bold labels in one paragraph", "", "**Adults:** 5 mg daily. ", "\n");
        repeated("bold labels as paragraphs", "", "**Adults:**\n\nGive 5 mg daily.\n\n", "");
        repeated("bold labels alone", "", "**Adults:**\n\n", "");
        repeated("combining characters", "a", "\u0301", " is used to treat pain.\n");
        repeated("combining characters on words", "", "e\u0301 ", "is used to treat pain.\n");
        repeated("questions", "", "**Can I take it?**\n\nYes, twice.\n\n", "");
        repeated("questions in a row", "", "Can I take it? ", "\n");
        repeated("items", "", "* pain\n", "");
        repeated("loose items", "", "* pain\n\n", "");
        repeated("items with a colon", "", "* Pain: severe pain in adults\n", "");
        repeated("a long table", "| Use | Dose |\n|---|---|\n", "| pain | 5 mg daily |\n", "");
        CONSTRUCTS.put(
                "a wide table",
                n -> "| a ".repeat(n) + "|\n" + "|---".repeat(n) + "|\n" + "| 5 mg daily ".repeat(n) + "|\n");
        repeated("CDATA", "", "<![CDATA[ ", "\n");
        repeated("comments left open", "", "<!-- ", "\n");
        repeated("tags left open", "", "<b>", " pain\n");
        repeated("fences", "", "```\n", "");
        repeated("reference definitions", "", "[a]: b\n", "");
        repeated("link destinations", "", "[a](", "\n");
        repeated("brackets", "", "[", "\n");
        repeated("parentheses", "It is used to treat pain ", "(severe ", ".\n");
        repeated("emphasis", "", "**a ", "\n");
        repeated("emphasis of one word", "", "*a_", "\n");
        repeated("nested quotes", "", "> ", "pain\n");
        repeated("nested lists", "", "- ", "pain\n");
        repeated("headings", "", "#### Adults\n\n", "Give 5 mg.\n");
        repeated("a run of words", "It is used to treat ", "pain ", ".\n");
        repeated("an enumeration", "It is used to treat pain", ", fever", ".\n");
        repeated("and, and", "It is contraindicated in patients with pain", " and fever", ".\n");
        repeated("or, or", "Avoid use with warfarin", " or aspirin", ".\n");
        repeated("medicines in a list", "", "* Warfarin: may increase the risk of bleeding\n", "");
        repeated("effects with frequencies", "Common: ", "headache (5%), ", "nausea.\n");
        repeated("hyphens", "severe", "-pain", " is treated.\n");
        repeated("slashes", "Give 5 mg", "/kg", " daily.\n");
        repeated("full stops", "pain", ".", "\n");
        repeated("colons", "pain", ":", "\n");
        repeated("semicolons", "It is used to treat pain", "; fever", ".\n");
        repeated("spaces", "It is used", " ", "to treat pain.\n");
        repeated("one long word", "", "a", " is used to treat pain.\n");
        repeated("entities", "", "&amp;", "\n");
        repeated("negations", "Do not", " not", " give 5 mg.\n");
        repeated("ages", "Children", " 2 to 5 years and", " older: 5 mg daily.\n");
        repeated("days", "Give 5 mg on days 1", ", 8", " of the cycle.\n");
    }

    private HostileMonographs() {}

    /** Once as it is, and once in paragraphs that each stay below what is read as one statement. */
    private static void repeated(String name, String before, String piece, String behind) {
        CONSTRUCTS.put(name, n -> before + piece.repeat(n) + behind);
        int most = Math.max(1, (PARAGRAPH - before.length() - behind.length()) / piece.length());
        String paragraph = before + piece.repeat(most) + behind + "\n";
        CONSTRUCTS.put(name + ", in paragraphs", n -> paragraph.repeat(Math.max(1, n / most)));
    }

    public static List<String> constructs() {
        return List.copyOf(CONSTRUCTS.keySet());
    }

    /** A monograph whose section has a construct so many times. */
    public static String text(String construct, String section, int times) {
        return OPENING + "### " + section + "\n\n" + CONSTRUCTS.get(construct).apply(times) + "\n";
    }
}
