package org.w3id.materia.extract.dosing.mention;

import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.fact.Route;

/** Words for routes of administration; a dose form that has only one route states it too, but more weakly. */
public final class RouteParser implements Parser<RouteParser.Named> {
    public static final RouteParser ROUTE = new RouteParser();

    /**
     * A route as the text names it.
     *
     * @param strength of several in one place the strongest counts: 2 for a route by name, 1 for a site, 0 for a dose form
     */
    public record Named(Route route, int strength) {
        /** A route that is named itself ("orally"), which outweighs what a dose form says. */
        public static Named byName(Route route) {
            return new Named(route, 2);
        }

        /** Whether the route was named, and not told by a dose form alone. */
        public boolean isByName() {
            return strength == 2;
        }
    }

    private static final Phrases<Named> WORDS = new Phrases<Named>()
            .with(named(Route.ORAL), "oral | orally | by mouth | po | p . o . | per os | via the oral route")
            .with(named(Route.INTRAVENOUS), """
                intravenous | intravenously | iv | i . v . | iv infusion | iv bolus | intravenous ( iv ) |
                intravenously ( iv ) | into a vein""")
            .with(named(Route.INTRAMUSCULAR), """
                intramuscular | intramuscularly | im | i . m . | into a muscle | intramuscular ( im ) |
                intramuscularly ( im )""")
            .with(named(Route.SUBCUTANEOUS), """
                subcutaneous | subcutaneously | subq | sc | sq | s . c . | subcut | subcutaneous ( subq ) |
                subcutaneous ( sc ) | subcutaneously ( sc ) | under the skin | subcutaneously ( subq )""")
            .with(site(Route.TOPICAL), """
                topical | topically | cutaneous | cutaneously | affected area ( s ) | area ( s ) | affected skin
                areas | affected site | affected areas of skin | affected area | affected areas | affected skin |
                scalp | affected skin area | wet hair | skin lesions | to the skin | clean skin | dry skin | sore
                patch | sore patches | dry patch | dry patches | itchy patch | itchy patches | red patch | red patches""")
            .with(named(Route.OPHTHALMIC), """
                ophthalmic | ocular | eye drops | eye drop | topical ophthalmic | ophthalmic solution | ophthalmic
                ointment | eye ointment | intraocular""")
            .with(named(Route.OTIC), "otic | ear drops | ear drop | otic solution | otic suspension | ear canal")
            .with(named(Route.NASAL), "nasal | intranasal | intranasally | nasally | nasal spray | nasal drops")
            .with(named(Route.INHALATION), """
                inhalation | inhaled | by inhalation | oral inhalation | inhaler | inhalers | nebulized | nebulizer
                | nasal inhalation | nebulization | nebulised | via nebulizer | mdi | metered - dose inhaler |
                orally inhaled | via oral inhalation | nebuliser""")
            .with(named(Route.RECTAL), "rectal | rectally | per rectum | by rectum | enema | enemas")
            .with(named(Route.VAGINAL), "vaginal | vaginally | intravaginal | intravaginally | into the vagina")
            .with(named(Route.SUBLINGUAL), "sublingual | sublingually | under the tongue")
            .with(named(Route.BUCCAL), "buccal | buccally | inside the cheek")
            .with(named(Route.TRANSDERMAL), "transdermal | transdermally | transdermal patch | transdermal patches")
            .with(named(Route.INTRA_ARTICULAR), """
                intra - articular | intraarticular | into the joint | intra - articularly""")
            .with(named(Route.EPIDURAL), "epidural | epidurally")
            .with(named(Route.INTRATHECAL), "intrathecal | intrathecally")
            .with(named(Route.OTHER), """
                intravitreal | intravitreally | intradermal | intradermally | intralesional | intralesionally |
                intratracheal | intratracheally | endotracheally | endotracheal tube | intravesical | intracameral | intravesically | intraperitoneal |
                intraperitoneally | intraosseous | intra - arterial | intracavernosal | intraurethral | intrauterine
                | intrapleural | intracavernous""")
            .with(site(Route.NASAL), """
                nostril | nostrils | in each nostril | into each nostril | per nostril | each nostril | in one
                nostril | one nostril | into one nostril | in both nostrils | in the nostril""")
            .with(site(Route.OPHTHALMIC), """
                affected eye ( s ) | eye ( s ) | affected eyes | affected eye | each eye | in each eye | into each
                affected eye | each affected eye | conjunctiva | corneal | cornea | eyelid | eyelids | eye | eyes |
                eye(s) | conjunctival sac""")
            .with(site(Route.OTIC), "affected ear ( s ) | affected ear | ear ( s ) | ear | ears")
            .with(form(Route.ORAL), """
                tablet | tablets | capsule | capsules | syrup | oral solution | caplet | caplets | oral suspension |
                oral tablet | oral capsule | oral powder | chewable | softgel | swallowed | swallow | consumed |
                ingested | lozenge | lozenges | oral drops | elixir | effervescent""")
            .with(form(Route.INTRAVENOUS), "infusion | infusions | infused")
            .with(form(Route.TOPICAL), """
                cream | ointment | lotion | shampoo | shampoos | creams | ointments | gel | lotions | liniment |
                topical gel | topical solution | foam""")
            .with(form(Route.RECTAL), "suppository | suppositories")
            .with(form(Route.TRANSDERMAL), "patch | patches");

    private RouteParser() {}

    @Override
    public Optional<Reading<Named>> parse(Tokens tokens, int at) {
        return WORDS.parse(tokens, at);
    }

    private static Named named(Route route) {
        return new Named(route, 2);
    }

    private static Named site(Route route) {
        return new Named(route, 1);
    }

    private static Named form(Route route) {
        return new Named(route, 0);
    }
}
