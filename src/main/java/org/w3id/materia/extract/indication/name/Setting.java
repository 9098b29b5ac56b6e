package org.w3id.materia.extract.indication.name;

import java.util.List;
import java.util.Locale;
import org.w3id.materia.extract.fact.Indication.ApprovalStatus;
import org.w3id.materia.extract.fact.Indication.Intent;

/**
 * What lead-ins, labels or the sentence before say of a list of uses.
 *
 * @param open whether uses may follow at all
 * @param firm whether every item is one, whatever it names; else only names of conditions
 * @param intents what the uses aim at
 * @param status whether they are approved
 */
public record Setting(boolean open, boolean firm, List<Intent> intents, ApprovalStatus status) {
    public static final Setting PLAIN = new Setting(true, false, List.of(Intent.TREATMENT), ApprovalStatus.STATED);
    public static final Setting CLOSED = new Setting(false, false, List.of(Intent.TREATMENT), ApprovalStatus.STATED);

    public Setting {
        intents = List.copyOf(intents);
    }

    /** Whether a label says that what follows is for patients in palliative care. */
    public static boolean isPalliative(String label) {
        return label.toLowerCase(Locale.ROOT).startsWith("palliative care");
    }

    /** The same for uses that are not approved. */
    public Setting offLabel() {
        return new Setting(open, firm, intents, ApprovalStatus.OFF_LABEL);
    }
}
