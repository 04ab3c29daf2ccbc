package io.rampline.sequence.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import org.junit.jupiter.api.Test;

class CsplibTextTest {
    private static final String RATIOS = "1 2 1 2 1\n2 3 3 5 5\n";
    private static final String CLASSES = "0 2 1 0 0 1 0\n1 1 0 1 0 0 0\n";
    private static final String PROBLEM = "3 5 2\n" + RATIOS + CLASSES;

    @Test
    void commentsTitlesAndBlankLinesStandAboveTheNumbers() throws MisreadForm {
        String titled =
                "\n\nThis is a set of problems, each with 3 cars.\n\n  # Problem 4/72\nProblem 4/72 (Regin & Puget #1)\n"
                        + PROBLEM + "\n# the end\nThe end.\n";

        assertThat(CsplibText.read("own", titled)).isEqualTo(CsplibText.read("own", PROBLEM));
    }

    @Test
    void aTitleAmongTheNumbersIsAFlaw() {
        assertThatThrownBy(() -> CsplibText.read("own", PROBLEM.replace("1 1 0 1", "one 1 0 1")))
                .hasMessage("own:5:1: found \"one\", expected the index of class 1, from 1 to 1");
    }

    @Test
    void ratiosThatAreLeftOutAreThoseOfAllProblemsOfTheLibrary() throws MisreadForm {
        LineDay day = CsplibText.read("own", "3 5 2\n" + CLASSES);

        assertThat(day).isEqualTo(CsplibText.read("own", PROBLEM));
        assertThat(day.ratios())
                .startsWith(new Ratio("0", 1, 2, Priority.HIGH), new Ratio("1", 2, 3, Priority.HIGH))
                .endsWith(new Ratio("4", 1, 5, Priority.HIGH));
        // Only there are they known.
        assertThatThrownBy(() -> CsplibText.read("own", "3 2 2\n0 2 1 0\n1 1 0 1\n"))
                .isInstanceOf(MisreadForm.class);
    }

    @Test
    void aFlawBelowRatiosThatAreLeftOutIsToldWhereItStands() {
        assertThatThrownBy(() -> CsplibText.read("own", "3 5 2\n" + CLASSES.replace("0 0 1 0", "0 0 7 0")))
                .hasMessage("own:2:11: found 7, expected 0 or 1, from 0 to 1");
    }

    @Test
    void numbersBehindTheLastClassAreAFlaw() {
        assertThatThrownBy(() -> CsplibText.read("own", PROBLEM + "\n2 0 1 1 1 1 1\n"))
                .hasMessage(
                        "own:7:1: found \"2\" after the last class, expected the end, or a larger number of classes");
    }

    @Test
    void severalProblemsAreCountedAndTheSecondIsNamed() {
        String three = "# one\n" + PROBLEM + "# two\n3 5 2\n" + CLASSES + "Problem three\n" + PROBLEM;

        assertThatThrownBy(() -> CsplibText.read("all", three))
                .hasMessage(
                        "all:8:1: found the second of 3 problems, expected one problem in a file: keep each in a file"
                                + " of its own");
    }

    @Test
    void theClassOfACarIsTheBeginningOfItsName() throws MisreadForm {
        assertThat(CsplibText.read("own", PROBLEM).cars())
                .extracting(Car::ident)
                .containsExactly("0-0", "0-1", "1-0");
    }
}
