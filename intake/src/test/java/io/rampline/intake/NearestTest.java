package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("Standard", "Pro", "Max", "SU7 Ultra", "transit_weeks");

    @ParameterizedTest
    @CsvSource({
        "Standart,Standard",
        "MAX,Max",
        "Mxa,Max",
        "Por,Pro",
        "SU7Ultra,SU7 Ultra",
        "transit weeks,transit_weeks"
    })
    void aSlipIsRecognised(String text, String meant) {
        assertThat(Nearest.of(text, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"Base", "Mix7", "transport_units"})
    void anotherWordIsNot(String text) {
        assertThat(Nearest.of(text, KNOWN)).isEmpty();
    }

    @Test
    void allAreRankedByHowNearTheyAre() {
        assertThat(Nearest.ranked("pra", KNOWN, 2)).containsExactly("Pro", "Max");
        assertThat(Nearest.ranked("x".repeat(100_000), KNOWN, 9)).containsExactlyInAnyOrderElementsOf(KNOWN);
        assertThat(Nearest.ranked("Pro", List.of(), 2)).isEmpty();
    }

    @Test
    void nothingAndEndlessTextMeanNothing() {
        assertThat(Nearest.of("", KNOWN)).isEmpty();
        assertThat(Nearest.of("x".repeat(100_000), KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "ab,ba,1", "abc,abc,0", "abcd,acbd,1", "'',abc,3"})
    void editsAreCounted(String a, String b, int edits) {
        assertThat(Nearest.edits(a, b)).isEqualTo(edits);
    }
}
