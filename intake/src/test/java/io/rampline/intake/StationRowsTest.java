package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.FlowLine;
import io.rampline.factory.ShiftModel;
import io.rampline.factory.Station;
import io.rampline.factory.Station.Breakdowns;
import io.rampline.factory.Station.Rework;
import io.rampline.factory.Station.Wear;
import io.rampline.factory.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationRowsTest {
    @TempDir
    Path temp;

    @Test
    void stationsAreReadInTheOrderOfTheFlow() throws IOException {
        List<FlowLine> lines =
                TestFolder.sound(TestFolder.withOrders(1, 20).write(temp)).flowLines();

        assertThat(lines).extracting(FlowLine::name).containsExactly("F1", "F2");
        assertThat(lines.getFirst().shifts()).contains(new ShiftModel(47.4, 11, 2, 6, 0.96));
        assertThat(lines.getFirst().stations())
                .containsExactly(
                        new Station(
                                "body",
                                1,
                                new Times.Fixed(70),
                                0,
                                Optional.of(new Breakdowns(36_000, new Times.Exponential(720), Wear.OPERATING)),
                                Optional.empty()),
                        new Station(
                                "paint",
                                2,
                                new Times.LogNormal(140, 0.1),
                                30,
                                Optional.of(new Breakdowns(18_000, new Times.LogNormal(1200, 1.2), Wear.CLOCK)),
                                Optional.of(new Rework(0.05, 1))),
                        new Station(
                                "assembly",
                                1,
                                new Times.Fixed(72),
                                20,
                                Optional.of(new Breakdowns(54_000, new Times.Fixed(300), Wear.OPERATING)),
                                Optional.of(new Rework(0.02, 1))));
        assertThat(lines.getLast().stations())
                .containsExactly(
                        new Station("all", 1, new Times.Exponential(76), 0, Optional.empty(), Optional.empty()));
    }

    @Test
    void aScenarioWithoutTheFileHasNoFlowLines() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 20);
        folder.remove("stations.csv");

        assertThat(TestFolder.sound(folder.write(temp)).flowLines()).isEmpty();
    }

    @Test
    void aFileOfItsOwnNeedsNoScenario() throws IOException {
        Path file = Files.writeString(
                temp.resolve("my-line.csv"), "line,station,cycle_seconds,buffer_before\nA,press,30,\nA,weld,31,4\n");

        assertThat(FlowLines.read(file))
                .isInstanceOfSatisfying(
                        FlowLines.Read.Sound.class,
                        sound -> assertThat(sound.lines())
                                .singleElement()
                                .satisfies(line -> assertThat(line.stations())
                                        .extracting(Station::bufferBefore)
                                        .containsExactly(0, 4)));
    }

    @Test
    void flawsOfSuchAFileHaveTheirPlace() throws IOException {
        Path file =
                Files.writeString(temp.resolve("my-line.csv"), "line,station,cycle_seconds\nA,press,30\nA,weld,fast\n");
        Path empty = Files.writeString(temp.resolve("empty.csv"), "line,station,cycle_seconds\n");

        assertThat(FlowLines.read(file))
                .isInstanceOfSatisfying(
                        FlowLines.Read.Flawed.class,
                        flawed -> assertThat(flawed.flaws().flaws())
                                .singleElement()
                                .satisfies(flaw -> assertThat(flaw.toString()).startsWith("my-line.csv:3:3:")));
        assertThat(FlowLines.read(empty)).isInstanceOf(FlowLines.Read.Flawed.class);
    }
}
