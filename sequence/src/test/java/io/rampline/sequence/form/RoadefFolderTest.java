package io.rampline.sequence.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is odd in a folder and yet can be read, and what cannot be meant. */
class RoadefFolderTest {
    private static final String RATIOS = "Ratio;Prio;Ident;\n1/2;1;H1;\n2/3;0;L1;\n";
    private static final String PAINT = "limitation;\n10;\n";
    private static final String OBJECTIVES = """
            rank;objective name;
            3;low_priority_level_ratio_constraints;
            2;Paint_Color_Batches;
            1;high_priority_level_and_easy_to_satisfy_ratio_constraints;
            """;
    private static final String HEADER = "Date;SeqRank;Ident;Paint Color;H1;L1;\n";
    private static final String BEFORE = "2030 5 1;41;0007;3;1;0;\n";
    private static final String DAY = "2030 5 2;1;0008;3;0;1;\n2030 5 2;2;0009;4;1;1;\n2030 5 2;3;0010;4;1;1;\n";

    private static RoadefDay read(String vehicles) throws MisreadForm {
        return RoadefFolder.read("tiny", vehicles, RATIOS, PAINT, OBJECTIVES);
    }

    private static List<Aim> aims(String objectives) throws MisreadForm {
        return RoadefFolder.read("tiny", HEADER + DAY, RATIOS, PAINT, objectives)
                .day()
                .aims();
    }

    @Test
    void objectivesCountByTheirRankAndNotByTheirRow() throws MisreadForm {
        assertThat(aims(OBJECTIVES)).containsExactly(Aim.HIGH_RATIOS, Aim.COLOUR_CHANGES, Aim.LOW_RATIOS);
        assertThat(aims(OBJECTIVES.replace("1;high", "10;high")))
                .containsExactly(Aim.COLOUR_CHANGES, Aim.LOW_RATIOS, Aim.HIGH_RATIOS);
    }

    @Test
    void aRankThatIsNoneOrThereTwiceIsAFlaw() {
        assertThatThrownBy(() -> aims(OBJECTIVES.replace("2;Paint", "3;Paint")))
                .hasMessage("optimization_objectives.txt:3:1: found rank 3 twice, expected a rank of its own for each"
                        + " objective; what matters most has 1");
        assertThatThrownBy(() -> aims(OBJECTIVES.replace("2;Paint", "second;Paint")))
                .hasMessage(
                        "optimization_objectives.txt:3:1: found \"second\", expected the rank as a whole number; what"
                                + " matters most has 1");
        assertThatThrownBy(
                        () -> aims(OBJECTIVES.replace("Paint_Color_Batches", "LOW_priority_level_ratio_constraints")))
                .hasMessageContaining("twice, expected each objective once");
    }

    @Test
    void aCarThatDroppedOutMayLeaveItsRankEmpty() throws MisreadForm {
        assertThat(read(HEADER + BEFORE + DAY.replaceAll("(?m)^.*;0009;.*\n", ""))
                        .day()
                        .cars())
                .extracting(Car::ident)
                .containsExactly("0008", "0010");
    }

    @Test
    void theDayBeforeMayBeThereAsAWhole() throws MisreadForm {
        RoadefDay read = read(HEADER + DAY.replace("5 2;", "5 1;") + DAY);

        assertThat(read.day().before()).extracting(Car::ident).containsExactly("0008", "0009", "0010");
        assertThat(read.day().cars()).extracting(Car::ident).containsExactly("0008", "0009", "0010");
        assertThat(read.rows()).allMatch(row -> row.getFirst().equals("2030 5 2"));
    }

    @Test
    void aDayThatNamesNoOtherDateThanTheDayBeforeIsRead() throws MisreadForm {
        assertThat(read(HEADER + BEFORE.replace("5 1;", "5 2;") + DAY).day().before())
                .hasSize(1);
    }

    @Test
    void anotherDateInsideTheDayIsAFlaw() {
        assertThatThrownBy(() -> read(HEADER + BEFORE + DAY.replace("5 2;3;", "5 3;3;")))
                .hasMessage(
                        "vehicles.txt:5:1: found \"2030 5 3\", expected \"2030 5 2\", the Date of the day that begins"
                                + " with SeqRank 1; keep other days in folders of their own");
    }

    @Test
    void ranksThatDoNotRiseAreAFlaw() {
        assertThatThrownBy(() -> read(HEADER + BEFORE + DAY.replace("5 2;3;", "5 2;2;")))
                .hasMessage("vehicles.txt:5:2: found SeqRank 2 below 2, expected the rows of the day by rising ranks,"
                        + " from 1 on");
        assertThatThrownBy(() -> read(HEADER + BEFORE + DAY.replace("5 2;3;", "5 2;1;")))
                .hasMessage(
                        "vehicles.txt:5:2: found SeqRank 1 a second time on one Date, expected the rows of the day by"
                                + " rising ranks");
    }

    @Test
    void aCarThatIsThereTwiceOnTheDayIsAFlaw() throws MisreadForm {
        assertThatThrownBy(() -> read(HEADER + BEFORE + DAY.replace("0010", "0008")))
                .hasMessage(
                        "vehicles.txt:5:3: found \"0008\" twice on the day, expected each car once; it stands in line"
                                + " 3 too");
        assertThat(read(HEADER + BEFORE.replace("0007", "0008") + DAY).day().cars())
                .hasSize(3);
    }

    @Test
    void aRatioThatHasTwoColumnsIsAFlawAndOtherColumnsMayBeThereTwice() throws MisreadForm {
        assertThatThrownBy(() -> read(HEADER.replace("L1;", "L1;H1;") + DAY.replace(";1;\n", ";1;0;\n")))
                .hasMessage("vehicles.txt:1:7: found a second column \"H1\", expected one of that name");
        assertThat(read(HEADER.replace("L1;", "L1;x;x;") + DAY.replace(";1;\n", ";1;;;\n"))
                        .day()
                        .cars())
                .hasSize(3);
    }

    @Test
    void aPriorityThatIsNeitherHighNorLowIsAFlaw() {
        assertThatThrownBy(() ->
                        RoadefFolder.read("tiny", HEADER + DAY, RATIOS.replace("2/3;0", "2/3;2"), PAINT, OBJECTIVES))
                .hasMessage("ratios.txt:3:2: found \"2\", expected 1 for high priority or 0 for low");
    }
}
