package io.rampline.sequence.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import org.junit.jupiter.api.Test;

class PlantFolderTest {
    private static final String CARS = """
            car,colour,options,line,earliest,latest
            a,1,roof,L1,,
            b,2,roof hook,L2,2,3
            c,1,,,,
            d,1,hook,,1,1
            """;
    private static final String RATIOS = """
            ratio,option,most,in,priority,weight
            roof apart,roof,1,3,high,5
            hooks spread,hook,even,2,low,
            """;

    private static LineDay line(String name) throws MisreadForm {
        return PlantFolder.read("plant", CARS, "", RATIOS, "rule,value\ncolour_run,4\naims,high colours low\n", name);
    }

    @Test
    void carsOfALineAndItsShareOfTheFreeOnesBecomeADay() throws MisreadForm {
        LineDay day = line("L2");

        assertThat(day.cars()).extracting(Car::ident).containsExactly("b", "d");
        assertThat(day.cars().getFirst()).isEqualTo(new Car("b", 2, 0b11, 1, 2));
        assertThat(day.cars().getLast().latest()).isZero();
        assertThat(line("L1").cars()).extracting(Car::ident).containsExactly("a", "c");
        assertThat(day.runMax()).isEqualTo(4);
        assertThat(day.aims()).containsExactly(Aim.HIGH_RATIOS, Aim.COLOUR_CHANGES, Aim.LOW_RATIOS);
    }

    @Test
    void anEvenSpreadIsTheShareOfTheDayRoundedUp() throws MisreadForm {
        assertThat(line("L1").ratios())
                .containsExactly(
                        new Ratio("roof apart", 1, 3, Priority.HIGH, 5), new Ratio("hooks spread", 0, 2, Priority.LOW));
        assertThat(line("L2").ratios().getLast().most()).isEqualTo(2);
    }

    @Test
    void whatCannotBeMeantIsAFlaw() {
        assertThatThrownBy(() -> line("")).hasMessageContaining("cars.csv:1:1: found cars of the lines [, L1, L2]");
        assertThatThrownBy(() -> PlantFolder.read("plant", CARS.replace("2,3", "3,2"), "", RATIOS, "", "L2"))
                .hasMessage("cars.csv:3:6: found \"2\", expected a whole number from 3");
        assertThatThrownBy(() -> PlantFolder.read("plant", CARS, "", RATIOS.replace("weight", "wait"), "", "L2"))
                .hasMessageStartingWith("ratios.csv:1:6: found a column \"wait\"");
        assertThatThrownBy(() -> PlantFolder.read("plant", CARS.replace("latest", "car"), "", RATIOS, "", "L2"))
                .hasMessage("cars.csv:1:6: found a second column \"car\", expected one of that name");
        assertThatThrownBy(() -> PlantFolder.read("plant", CARS, "", RATIOS, "rule,value\naims,high high\n", "L1"))
                .hasMessage("rules.csv:2:2: found \"high\" twice, expected each aim once");
    }
}
