package io.rampline.proving.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.sequence.form.MisreadForm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceWishTest {
    private static SequenceWish wish(String words) {
        return SequenceWish.of(List.of(words.split(" ")));
    }

    @Test
    void aBenchRunsOneSeedForAMinuteBesidePeers() {
        SequenceWish wish = wish("monday tuesday");

        assertThat(wish.days()).containsExactly(Path.of("monday"), Path.of("tuesday"));
        assertThat(wish.seconds()).isEqualTo(60);
        assertThat(wish.seeds()).isEqualTo(1);
        assertThat(wish.peers()).isTrue();
        assertThat(wish.study()).isEmpty();
    }

    @Test
    void withoutADayAMadeUpOneIsTakenForTenSeconds() throws MisreadForm {
        SequenceWish wish = SequenceWish.of(List.of());

        assertThat(wish.days()).isEmpty();
        assertThat(wish.seconds()).isEqualTo(10);
        assertThat(SequenceBench.madeUp().cars()).hasSize(200);
        assertThat(SequenceBench.run(List.of("--seconds", "0.2", "--no-peers"))).isZero();
    }

    @Test
    void aStudyRunsFiveSeedsUnlessOthersAreAskedFor() {
        assertThat(wish("day --study t.csv --references r.csv").seeds()).isEqualTo(5);
        assertThat(wish("--seeds 2 --study t.csv day --references r.csv --seconds 7.5"))
                .isEqualTo(new SequenceWish(
                        List.of(Path.of("day")),
                        7.5,
                        2,
                        true,
                        wish("day --study t.csv --references r.csv").study(),
                        wish("day --study t.csv --references r.csv").references(),
                        "search"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            day --seconds                   | found no value after --seconds, expected one, as in --seconds 5
            day --study --references r.csv  | found no value after --study, expected one, as in --study NAME
            day --seconds soon              | found --seconds soon, expected a number above 0
            day --seconds 0                 | found --seconds 0, expected a number above 0
            day --seeds 1.5                 | found --seeds 1.5, expected a whole number
            day --sedes 3                   | found option --sedes, expected one of
            day --study t.csv               | found only one of --study and --references, expected both
            --study t.csv --references r.csv | found no day, expected at least one folder or file""")
    void aWishThatCannotBeReadIsToldAsSuch(String words, String message) {
        assertThatThrownBy(() -> wish(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
