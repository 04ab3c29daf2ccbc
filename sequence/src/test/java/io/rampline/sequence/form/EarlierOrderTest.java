package io.rampline.sequence.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.SmallDays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlierOrderTest {
    private static final LineDay DAY = SmallDays.of(1, 3);
    private static final String CLASSES = "4 2 2\n1 1\n2 3\n0 3 1 0\n1 1 0 1\n";

    private static EarlierOrder ofDay(String text) throws MisreadForm {
        return SequenceText.earlier("old.txt", text, DAY);
    }

    @Test
    void carsThatAreGoneLeaveNoGapAndNewOnesComeLast() throws MisreadForm {
        EarlierOrder earlier = ofDay("d2\ngone\nd0\n");

        assertThat(earlier.order()).containsExactly(2, 0, 1);
        assertThat(earlier).isEqualTo(new EarlierOrder(List.of(2, 0, 1), 2, 1));
        assertThat(earlier.come()).isEqualTo(1);
    }

    @Test
    void aCarThatIsNamedTwiceStandsWhereItIsNamedFirst() throws MisreadForm {
        assertThat(ofDay("d2\nd0\nd2\nd1\n")).isEqualTo(new EarlierOrder(List.of(2, 0, 1), 3, 1));
    }

    @Test
    void aSequenceThatNamesNoCarOfTheDayIsAFlaw() {
        assertThatThrownBy(() -> ofDay("place;car\n1;x1\n2;x2\n"))
                .hasMessage(
                        "old.txt:2:2: found \"x1\" and no car of the day in any row, expected the cars of an earlier"
                                + " sequence of seed 1, such as \"d0\"");
        assertThatThrownBy(() -> ofDay("place;car\n")).hasMessageStartingWith("old.txt:1:2: found no row");
        assertThatThrownBy(() -> ofDay("")).hasMessageStartingWith("old.txt:1:1: found the end");
    }

    @Test
    void aNameIsKnownInTheSpellingThatItsOwnTableGivesIt() throws MisreadForm {
        List<Car> cars = List.of(new Car("-7", 1, 0), new Car("5\"", 1, 0), new Car("'x", 1, 0));
        LineDay day = new LineDay("d", List.of(), List.of(), cars, 3, List.of(Aim.HIGH_RATIOS), DayEdge.EVERY_WINDOW);

        assertThat(SequenceText.earlier("t", "car\n'x\n\"5\"\"\"\n'-7\n", day).order())
                .containsExactly(2, 1, 0);
    }

    @Test
    void classesStandForAsManyCarsAsTheyHave() throws MisreadForm {
        LineDay day = CsplibText.read("own", CLASSES);
        List<Integer> order = List.of(0, 3, 1, 2);

        assertThat(CsplibText.earlier("t", CsplibText.result(day, order), day))
                .isEqualTo(new EarlierOrder(order, 4, 0));
        assertThat(CsplibText.earlier("t", "0  1 0\n1\n0-2\n0\n0\n0 1 0\n", day))
                .isEqualTo(new EarlierOrder(List.of(0, 3, 2, 1), 4, 2));
    }

    @Test
    void aClassWithOtherOptionsIsAnother() throws MisreadForm {
        LineDay day = CsplibText.read("own", CLASSES);

        assertThat(CsplibText.earlier("t", "1 1 1\n0 1 0\n", day))
                .isEqualTo(new EarlierOrder(List.of(0, 1, 2, 3), 1, 1));
        assertThatThrownBy(() -> CsplibText.earlier("t", "7 1 0\n", day))
                .hasMessage("t:1:1: found \"7 1 0\" and no car of the day in any row, expected the cars of an earlier"
                        + " sequence of own, such as \"0 1 0\" or \"0\" or \"0-0\"");
    }
}
