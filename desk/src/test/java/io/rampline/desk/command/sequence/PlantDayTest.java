package io.rampline.desk.command.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plant's own tables, as its planner asks for the order of the day. */
class PlantDayTest {
    @TempDir
    Path folder;

    private Path plant;
    private final TestTerminal screen = new TestTerminal();

    @BeforeEach
    void makePlant() throws IOException {
        plant = Files.createDirectory(folder.resolve("plant"));
    }

    private void write(String file, String... rows) throws IOException {
        Files.write(plant.resolve(file), List.of(rows));
    }

    private int sequence(String to, String... more) {
        List<String> arguments = new ArrayList<>(List.of("sequence", plant.toString(), "--format", "plant", "--out"));
        arguments.add(folder.resolve(to).toString());
        arguments.addAll(List.of(more));
        Terminal terminal = screen.terminal();
        return CommandDesk.run(
                terminal, "1.2.3", List.of(new SequenceCommand(terminal)), arguments.toArray(String[]::new));
    }

    private List<String> cars(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .skip(1)
                .map(row -> row.split(",", -1)[1])
                .toList();
    }

    private JsonNode result(String file) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(file).resolveSibling("result.json").toFile());
    }

    @Test
    void theLighterOfTwoRulesGivesWayWhereBothCannotBeKept() throws IOException {
        // Three cars, two with a roof, two with a hook: only one pair can be parted.
        write("cars.csv", "car,colour,options", "a,1,roof", "b,1,roof hook", "c,1,hook");
        write("ratios.csv", "ratio,option,most,in,priority,weight", "roof,roof,1,2,high,5", "hook,hook,1,2,high,1");

        assertThat(sequence("out/order.csv", "--moves", "2000")).isZero();

        assertThat(result("out/order.csv").at("/violations_by_ratio/roof").asInt())
                .as("%s", Files.readString(folder.resolve("out/order.csv")))
                .isZero();
        assertThat(result("out/order.csv").at("/violations_by_ratio/hook").asInt())
                .isEqualTo(1);
        assertThat(cars("out/order.csv")).isIn(List.of("a", "c", "b"), List.of("b", "c", "a"));
    }

    @Test
    void carsStandAtFixedPlacesNotTooEarlyAndNotTooLate() throws IOException {
        write(
                "cars.csv",
                "car,colour,options,earliest,latest",
                "a,1,,,",
                "fixed,2,,3,3",
                "late,2,,5,",
                "soon,3,,,2",
                "e,1,,,");
        write("ratios.csv", "ratio,option,most,in,priority");

        assertThat(sequence("out/order.csv", "--moves", "2000")).isZero();

        List<String> order = cars("out/order.csv");
        assertThat(order.indexOf("fixed")).isEqualTo(2);
        assertThat(order.indexOf("late")).isEqualTo(4);
        assertThat(order.indexOf("soon")).isLessThanOrEqualTo(1);
    }

    @Test
    void placesThatNobodyCanKeepAreSaid() throws IOException {
        write("cars.csv", "car,colour,options,earliest,latest", "a,1,,1,1", "b,1,,1,1");
        write("ratios.csv", "ratio,option,most,in,priority");

        assertThat(sequence("out/order.csv", "--moves", "2000")).isEqualTo(ExitCode.NO_PLAN);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void eachLineHasItsOwnCarsAndThoseThatNameNoneAreDealt() throws IOException {
        write("cars.csv", "car,colour,options,line", "a,1,,N", "b,1,,S", "c,1,,", "d,1,,", "e,2,,N", "f,2,,");
        write("ratios.csv", "ratio,option,most,in,priority");

        assertThat(sequence("north/order.csv", "--line", "N", "--moves", "500")).isZero();
        assertThat(sequence("south/order.csv", "--line", "S", "--moves", "500")).isZero();

        List<String> all = new ArrayList<>(cars("north/order.csv"));
        assertThat(all).contains("a", "e").hasSize(3);
        all.addAll(cars("south/order.csv"));
        assertThat(all).containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f");
        assertThat(sequence("none/order.csv", "--moves", "500")).isEqualTo(ExitCode.FLAWS);
        assertThat(screen.err()).contains("found cars of the lines [, N, S]");
    }

    @Test
    void anOptionIsSpreadEvenlyOverTheDay() throws IOException {
        List<String> rows = new ArrayList<>(List.of("car,colour,options"));
        for (int car = 0; car < 40; car++) {
            rows.add("c" + car + ",1," + (car < 10 ? "roof" : ""));
        }
        Files.write(plant.resolve("cars.csv"), rows);
        write("ratios.csv", "ratio,option,most,in,priority", "roof,roof,even,4,high");

        assertThat(sequence("out/order.csv", "--moves", "50000")).isZero();

        List<String> order = cars("out/order.csv");
        for (int from = 0; from + 4 <= order.size(); from++) {
            assertThat(order.subList(from, from + 4).stream()
                            .filter(car -> Integer.parseInt(car.substring(1)) < 10)
                            .count())
                    .isLessThanOrEqualTo(1);
        }
        assertThat(result("out/order.csv").get("proven_optimal").asBoolean()).isTrue();
    }

    @Test
    void aFixedCarKeepsItsPlaceWhenAnotherDropsOut() throws IOException {
        write("cars.csv", "car,colour,options,earliest,latest", "a,1,,,", "b,1,,,", "fixed,2,,4,4", "c,1,,,", "d,1,,,");
        write("ratios.csv", "ratio,option,most,in,priority");
        Files.writeString(folder.resolve("old.csv"), "place,car\n1,gone\n2,a\n3,b\n4,fixed\n5,c\n6,d\n");

        assertThat(sequence("out/order.csv", "--keep", folder.resolve("old.csv").toString()))
                .as(screen.err())
                .isZero();

        assertThat(cars("out/order.csv")).containsExactly("a", "b", "c", "fixed", "d");
    }
}
