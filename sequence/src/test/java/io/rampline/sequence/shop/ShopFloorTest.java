package io.rampline.sequence.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.sequence.check.SequenceCheck;
import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import io.rampline.sequence.day.SmallDays;
import io.rampline.sequence.search.Standing;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShopFloorTest {
    private static final LineDay DAY = new LineDay(
            "Monday <1>",
            List.of(new Ratio("roof", 1, 2, Priority.HIGH), new Ratio("hook", 1, 3, Priority.LOW)),
            List.of(),
            List.of(new Car("a", 1, 0b01), new Car("=b,1", 1, 0b01), new Car("c", 2, 0b10), new Car("d", 2, 0)),
            4,
            List.of(Aim.HIGH_RATIOS, Aim.COLOUR_CHANGES),
            DayEdge.EVERY_WINDOW);

    @Test
    void theTableNamesWhatEachCarCarriesAndViolates() {
        assertThat(ShopFloor.table(DAY, List.of(0, 1, 2, 3))).isEqualTo("""
                        place,car,colour,options,violates
                        1,a,1,roof,roof
                        2,"'=b,1",1,roof,roof
                        3,c,2,hook,
                        4,d,2,,
                        """);
    }

    @Test
    void noNameIsAFormulaToASpreadsheet() {
        assertThat(List.of("=b", "+1", "-1", "@x", "\tb", "\rb", "b").stream().map(ShopFloor::field))
                .containsExactly("'=b", "'+1", "'-1", "'@x", "\"'\tb\"", "\"'\rb\"", "b");
    }

    @Test
    void aCarsPlaceIsExplainedByItsWindowsAndByWhatOtherPlacesCost() {
        assertThat(PlaceReasons.of(DAY, List.of(0, 2, 1, 3), 0))
                .isEqualTo(new PlaceReasons(
                        0,
                        PlaceReasons.InRun.ALONE,
                        List.of(new PlaceReasons.OfRatio(0, 2, 0)),
                        new Standing(0, 0, 1, 2, 0, 3, 998_000)));
    }

    @Test
    void thePictureShowsEveryCarAndMarksWhatIsViolated() {
        String picture = DayPicture.of(DAY, List.of(0, 1, 2, 3));

        assertThat(picture).startsWith("<svg ").endsWith("</svg>\n").contains("Monday &lt;1&gt;");
        // Roofs in the first two places: the window that begins with the first holds both, and both places are marked.
        assertThat(picture).containsOnlyOnce("class=\"day-bad\"").containsPattern("day-bad\" d=\"M170 [^\"]*M170 ");
        assertThat(picture.split("class=\"day-tick\"", -1)).hasSize(3);
        assertThat(picture)
                .contains(">colour 1</text>")
                .contains(">colour 2</text>")
                .contains(">places 1 to 4</text>");
    }

    @Test
    void theCountsUnderThePictureAreThoseOfTheCheck() {
        for (long seed = 1; seed <= 60; seed++) {
            LineDay day = SmallDays.of(seed, 20);
            List<Integer> order = IntStream.range(0, 20).boxed().toList();
            WindowsOver windows = new WindowsOver(day, order);
            for (int r = 0; r < day.ratios().size(); r++) {
                long sum = 0;
                for (int start = 1 - day.ratios().get(r).in(); start < 20; start++) {
                    sum += (long) windows.excess(r, start) * day.ratios().get(r).weight();
                }
                assertThat(sum)
                        .as("seed %d", seed)
                        .isEqualTo(SequenceCheck.of(day, order).violations().get(r));
            }
        }
    }
}
