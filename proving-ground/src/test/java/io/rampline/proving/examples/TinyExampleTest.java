package io.rampline.proving.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.Network;
import io.rampline.factory.Week;
import io.rampline.intake.Progress;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioContents;
import io.rampline.intake.ScenarioFolder;
import io.rampline.promise.Binding;
import io.rampline.promise.PromiseEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The calculation by hand in docs/examples/tiny.md and the engine give the same dates for the same reasons. */
class TinyExampleTest {
    private static final Path HOME = home();

    @Test
    void theTableOnThePageIsWhatTheEnginePromises() throws IOException {
        List<List<String>> table = Files.readAllLines(HOME.resolve("docs/examples/tiny.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\| T-.*"))
                .map(line -> List.of(line.split(" *\\| *", -1)))
                .toList();
        assertThat(table).hasSize(10);
        PromiseEngine engine = engine();
        assertThat(engine.size()).isEqualTo(table.size());
        for (int row = 0; row < table.size(); row++) {
            List<String> cells = table.get(row);
            String id = cells.get(2);
            assertThat(engine.order(row).id()).as("rank %d", row + 1).isEqualTo(id);
            assertThat(engine.line(row)).as("line of %s", id).isEqualTo(cells.get(5));
            assertThat(week(engine, engine.buildBucket(row)))
                    .as("build week of %s", id)
                    .isEqualTo(cells.get(6));
            assertThat(week(engine, engine.deliveryBucket(row)))
                    .as("delivery week of %s", id)
                    .isEqualTo(cells.get(7));
            assertThat(cells.get(8)).as("what binds %s", id).startsWith(inWords(engine, engine.binding(row)));
        }
        assertThat(engine.verify()).isEmpty();
    }

    private static String inWords(PromiseEngine engine, Binding binding) {
        return switch (binding.cause()) {
            case NOTHING -> "nothing, first week";
            case MARKET_OPENS -> "the market opens in W11";
            case CUSTOMER -> "the customer, not before W15";
            case NOT_OFFERED -> "not offered";
            case RESOURCE -> {
                List<String> names = binding.resources().stream()
                        .map(resource -> engine.network()
                                .resources()
                                .get(resource)
                                .label()
                                .replace("open pool", "open"))
                        .toList();
                yield String.join(" and ", names) + " in "
                        + week(engine, binding.bucket()).substring(5);
            }
        };
    }

    private static String week(PromiseEngine engine, int bucket) {
        Week week = engine.network().horizon().week(bucket);
        return week.toString();
    }

    private static PromiseEngine engine() {
        Reading reading = ScenarioFolder.read(HOME.resolve("examples/tiny"), Progress.NONE);
        assertThat(reading).isInstanceOf(Reading.Sound.class);
        ScenarioContents contents = ((Reading.Sound) reading).contents();
        PromiseEngine engine = new PromiseEngine(Network.of(contents.scenario()));
        engine.load(contents.openOrders());
        engine.promiseAll();
        return engine;
    }

    private static Path home() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
