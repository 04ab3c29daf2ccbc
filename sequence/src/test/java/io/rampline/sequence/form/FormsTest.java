package io.rampline.sequence.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormsTest {
    private static final String RATIOS = "Ratio;Prio;Ident;\n1/2;1;H1;\n2/3;0;L1;\n";
    private static final String PAINT = "limitation;\n10;\n";
    private static final String OBJECTIVES = """
            rank;objective name;
            1;high_priority_level_and_easy_to_satisfy_ratio_constraints;
            2;paint_color_batches;
            3;low_priority_level_ratio_constraints;
            """;
    private static final String VEHICLES = """
            Date;SeqRank;Ident;Paint Color;H1;L1;
            2030 5 1;41;0007;3;1;0;
            2030 5 2;1;0008;3;0;1;
            2030 5 2;2;0009;4;1;1;
            """;

    @Test
    void aFolderBecomesADay() throws MisreadForm {
        LineDay day =
                RoadefFolder.read("tiny", VEHICLES, RATIOS, PAINT, OBJECTIVES).day();

        assertThat(day.before()).containsExactly(new Car("0007", 3, 0b01));
        assertThat(day.cars()).containsExactly(new Car("0008", 3, 0b10), new Car("0009", 4, 0b11));
        assertThat(day.ratios())
                .containsExactly(new Ratio("H1", 1, 2, Priority.HIGH), new Ratio("L1", 2, 3, Priority.LOW));
        assertThat(day.runMax()).isEqualTo(10);
        assertThat(day.aims()).containsExactly(Aim.HIGH_RATIOS, Aim.COLOUR_CHANGES, Aim.LOW_RATIOS);
        assertThat(day.edge()).isEqualTo(DayEdge.EVERY_WINDOW);
    }

    @Test
    void lineEndsEmptyLinesAndTheLastSemicolonDoNotMatter() throws MisreadForm {
        String otherwise = VEHICLES.replace(";\n", "\r\n") + "\r\n\r\n";

        assertThat(RoadefFolder.read("tiny", otherwise, RATIOS, "limitation\r\n10", OBJECTIVES)
                        .day())
                .isEqualTo(RoadefFolder.read("tiny", VEHICLES, RATIOS, PAINT, OBJECTIVES)
                        .day());
    }

    @Test
    void aResultIsTheDaysRowsWithNewRanksAndCanBeReadBack() throws MisreadForm {
        RoadefDay read = RoadefFolder.read("tiny", VEHICLES, RATIOS, PAINT, OBJECTIVES);

        String result = read.result(List.of(1, 0));

        assertThat(result).isEqualTo("""
                        Date;SeqRank;Ident;Paint Color;H1;L1;
                        2030 5 2;1;0009;4;1;1;
                        2030 5 2;2;0008;3;0;1;
                        """);
        assertThat(SequenceText.read("result.txt", result, read.day())).containsExactly(1, 0);
        assertThat(SequenceText.read("idents.txt", "0009\n0008\n", read.day())).containsExactly(1, 0);
    }

    @Test
    void aFlawNamesFileLineColumnFoundAndExpected() {
        assertThatThrownBy(() ->
                        RoadefFolder.read("tiny", VEHICLES.replace(";4;1;1;", ";4;1;x;"), RATIOS, PAINT, OBJECTIVES))
                .hasMessage("vehicles.txt:4:6: found \"x\", expected a whole number from 0");
        assertThatThrownBy(() -> RoadefFolder.read("tiny", VEHICLES, RATIOS.replace("1/2", "12"), PAINT, OBJECTIVES))
                .hasMessage("ratios.txt:2:1: found \"12\", expected N/P such as 1/3");
        assertThatThrownBy(() -> RoadefFolder.read(
                        "tiny", VEHICLES, RATIOS, PAINT, OBJECTIVES.replace("paint_color_batches", "paint")))
                .hasMessageStartingWith(
                        "optimization_objectives.txt:3:2: found \"paint\", expected paint_color_batches");
        assertThatThrownBy(() -> RoadefFolder.read("tiny", VEHICLES.replace("H1", "H9"), RATIOS, PAINT, OBJECTIVES))
                .hasMessageContaining("expected a column H1");
    }

    @Test
    void classesBecomeCars() throws MisreadForm {
        LineDay day = CsplibText.read("own", "4 2 2\n1 1\n2 3\n0 3 1 0\n1 1 0 1\n");

        assertThat(day.ratios())
                .containsExactly(new Ratio("0", 1, 2, Priority.HIGH), new Ratio("1", 1, 3, Priority.HIGH));
        assertThat(day.cars()).extracting(Car::ident).containsExactly("0-0", "0-1", "0-2", "1-0");
        assertThat(day.cars()).extracting(Car::options).containsExactly(1L, 1L, 1L, 2L);
        assertThat(day.edge()).isEqualTo(DayEdge.WHOLE_WINDOWS);
        assertThat(CsplibText.result(day, List.of(3, 0, 1, 2))).isEqualTo("1 0 1\n0 1 0\n0 1 0\n0 1 0\n");
    }

    @Test
    void classesThatDoNotAddUpAreAFlaw() {
        assertThatThrownBy(() -> CsplibText.read("own", "4 2 2\n1 1\n2 3\n0 3 1 0\n1 2 0 1\n"))
                .hasMessage("own:5:3: found 2, expected how many cars are of class 1, from 0 to 1");
        assertThatThrownBy(() -> CsplibText.read("own", "4 2 2\n1 1\n2"))
                .hasMessage("own:3:1: found the end, expected the window of option 1");
    }
}
