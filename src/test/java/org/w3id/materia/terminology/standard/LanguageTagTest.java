package org.w3id.materia.terminology.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Language tags in their parts (RFC 5646, 2.1). */
class LanguageTagTest {
    @Test
    void everyPartHasItsPlace() {
        LanguageTag tag =
                LanguageTag.parse("ZH-YUE-hant-hk-1996-U-nu-latn-t-de-x-Mine").orElseThrow();
        assertThat(tag)
                .isEqualTo(new LanguageTag(
                        "zh", List.of("yue"), "Hant", "HK", List.of("1996"), List.of("u-nu-latn", "t-de"), "x-mine"));
        assertThat(tag.code()).isEqualTo("zh-yue-Hant-HK-1996-u-nu-latn-t-de-x-mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "d",
                "de-",
                "-de",
                "de--CH",
                "de_CH",
                "d1",
                "de-CHE1",
                "de-CH-Latn",
                "latn-yue",
                "zh-yue-yue-yue-yue",
                "de-419-CH",
                "de-u",
                "de-u-x-mine",
                "de-x",
                "x",
                "x-123456789",
                "de-1996-1996",
                "en-u-nu-latn-u-ca",
                "germanish9",
                "dé",
                "de CH",
            })
    void whatIsNotWellFormedIsNoTag(String text) {
        assertThat(LanguageTag.parse(text)).isEmpty();
    }

    @Property
    void aTagThatIsWrittenIsReadAgain(@ForAll("tags") LanguageTag tag) {
        assertThat(LanguageTag.parse(tag.code())).hasValue(tag);
        assertThat(LanguageTag.parse(tag.code().toUpperCase(Locale.ROOT))).hasValue(tag);
        Locale locale = new Locale.Builder().setLanguageTag(tag.code()).build();
        assertThat(locale.getScript()).isEqualTo(tag.script());
        assertThat(locale.getCountry()).isEqualTo(tag.region());
    }

    @Property
    void noTextIsAFault(@ForAll String text) {
        assertThat(LanguageTag.parse(text).map(t -> t.code().toLowerCase(Locale.ROOT)))
                .isIn(Optional.empty(), Optional.of(text.toLowerCase(Locale.ROOT)));
    }

    @Provide
    Arbitrary<LanguageTag> tags() {
        return Combinators.combine(
                        Arbitraries.of("de", "zh", "yue", "qaa"),
                        Arbitraries.of("cmn", "yue", "abh")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(3),
                        Arbitraries.of("", "Latn", "Hant"),
                        Arbitraries.of("", "CH", "419"),
                        Arbitraries.of("1996", "rozaj", "1a2b")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(3),
                        Arbitraries.of("u-nu-latn", "t-de-cyrl", "a-12-34567890")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(3),
                        Arbitraries.of("", "x-mine", "x-1-u-de"))
                .as(LanguageTag::new);
    }
}
