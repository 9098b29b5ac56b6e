package org.w3id.materia.terminology.operation.issue;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;

/** The English texts of issues about displays, with the ids under which HL7's tools know them. */
public final class DisplayMessages {
    private DisplayMessages() {}

    /**
     * @param count of the displays that would be right
     * @param valid them, for a person
     * @param languages that were asked for
     */
    public static Message wrong(Coding coding, boolean whitespace, int count, String valid, String languages) {
        String id = whitespace
                ? "Display_Name_WS_for__should_be_one_of__instead_of"
                : "Display_Name_for__should_be_one_of__instead_of";
        return new Message(
                id,
                (whitespace ? "Wrong whitespace in Display Name '" : "Wrong Display Name '") + coding.getDisplay()
                        + "' for " + coding.getSystem() + "#" + coding.getCode() + ". Valid display is "
                        + (count == 1 ? "" : "one of " + count + " choices: ") + valid + " (for the language(s) '"
                        + languages + "')");
    }

    /**
     * The code has no names that a display could be held against.
     *
     * @param languages as {@link org.w3id.materia.terminology.operation.request.TerminologyRequest#languageSummary()} tells them
     */
    public static Message noneAtAll(Coding coding, String languages) {
        return new Message(
                "NO_VALID_DISPLAY_AT_ALL",
                "Cannot validate display '" + coding.getDisplay() + "' for " + coding.getSystem() + "#"
                        + coding.getCode() + " in language " + languages + ": No displays are known");
    }

    /**
     * The code has no name in the languages that are wanted, and the coding's display is one of its others.
     *
     * @param languages as {@link org.w3id.materia.terminology.operation.request.TerminologyRequest#languageSummary()} tells them
     */
    public static Message noneInLanguageButRight(Coding coding, String languages) {
        return new Message(
                "NO_VALID_DISPLAY_FOUND_NONE_FOR_LANG_OK",
                "There are no valid display names found for the code " + coding.getSystem() + "#" + coding.getCode()
                        + " for language(s) '" + languages + "'. The display is '" + coding.getDisplay()
                        + "' which is a valid display for the default language");
    }

    /**
     * The code has no name in the languages that are wanted, and the coding's display is none of its others.
     *
     * @param languages as {@link org.w3id.materia.terminology.operation.request.TerminologyRequest#languageSummary()} tells them
     * @param display what it should be where no language is wanted
     */
    public static Message noneInLanguageAndWrong(Coding coding, String languages, String display) {
        return new Message(
                "NO_VALID_DISPLAY_FOUND_NONE_FOR_LANG_ERR",
                "Wrong Display Name '" + coding.getDisplay() + "' for " + coding.getSystem() + "#" + coding.getCode()
                        + ". There are no valid display names found for language(s) '" + languages
                        + "'. Default display is '" + display + "'");
    }

    /**
     * The display is a name of the code that is out of use.
     *
     * @param status of that name
     * @param current names that are in use
     */
    public static Message inactive(Coding coding, String status, List<String> current) {
        return new Message(
                "INACTIVE_DISPLAY_FOUND",
                "'" + coding.getDisplay() + "' is no longer considered a correct display for code '" + coding.getCode()
                        + "' (status = " + status + "). The correct display is "
                        + "one of "
                        + String.join(
                                ", ", current.stream().map(d -> '"' + d + '"').toList())
                        + ".");
    }
}
