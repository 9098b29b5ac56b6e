package org.w3id.materia.extract.dosing.rhythm;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;

/**
 * Times of day and meals as codes of {@code http://hl7.org/fhir/event-timing} and v3-TimingEvent. A stated distance
 * ("30 minutes before breakfast") is read over: the code says before or after, the statement's text the rest.
 */
public final class WhenParser implements Parser<List<String>> {
    public static final WhenParser WHEN = new WhenParser();

    private static final Phrases<List<String>> EVENTS = new Phrases<List<String>>()
            .with(List.of("HS"), """
                    at bedtime | before bed | before bedtime | before sleep | before going to bed | hs |
                    prior to bedtime | at bed time | before sleeping | at hs | bedtime | qhs""")
            .with(List.of("MORN"), """
                    in the morning | each morning | every morning | once in the morning | qam""")
            .with(List.of("NOON"), "at noon | at midday")
            .with(List.of("EVE"), """
                in the evening | each evening | every evening | once in the evening\
                """)
            .with(List.of("NIGHT"), "at night | every night | each night | nightly | in the night")
            .with(List.of("MORN", "EVE"), """
                    morning and evening | in the morning and evening | every morning and evening |
                    in the morning and in the evening""")
            .with(List.of("MORN", "NIGHT"), "morning and night | in the morning and at night")
            .with(List.of("C"), """
                with meals | with food | with a meal | with each meal | with the first bite of each meal |
                with the first bite of each main meal | with the first bite of a meal | during meals | at mealtimes |
                with main meals | at meal times | with every meal | with meals or snacks | with the largest meal of the day |
                with the main meal of the day | with a main meal\
                """)
            .with(List.of("AC"), """
                    before meals | before each meal | before a meal | before food | before every meal |
                    before eating | before main meals | prior to meals | before each main meal""")
            .with(List.of("PC"), """
                    after meals | after each meal | after a meal | after food | after every meal | after eating |
                    after main meals | after each main meal | following meals""")
            .with(List.of("AC", "HS"), "before meals and at bedtime")
            .with(List.of("PC", "HS"), "after meals and at bedtime")
            .with(List.of("C", "HS"), "with meals and at bedtime")
            .with(List.of("ACM"), "before breakfast | before the first meal of the day")
            .with(List.of("CM"), "with breakfast | at breakfast")
            .with(List.of("PCM"), "after breakfast")
            .with(List.of("ACD"), "before lunch")
            .with(List.of("CD"), "with lunch")
            .with(List.of("PCD"), "after lunch")
            .with(List.of("ACV"), "before dinner | before supper | before the evening meal")
            .with(List.of("CV"), "with dinner | with supper | with the evening meal | with evening meal")
            .with(List.of("PCV"), "after dinner | after supper | after the evening meal");

    private WhenParser() {}

    @Override
    public Optional<Reading<List<String>>> parse(Tokens tokens, int at) {
        return EVENTS.parse(tokens, at);
    }
}
