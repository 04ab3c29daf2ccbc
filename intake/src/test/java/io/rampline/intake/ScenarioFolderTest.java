package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.rampline.factory.BillLine;
import io.rampline.factory.Configuration;
import io.rampline.factory.Horizon;
import io.rampline.factory.Network;
import io.rampline.factory.Product;
import io.rampline.factory.Scenario;
import io.rampline.factory.Selector;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.intake.Outturn.PostedWait;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each file says arrives as the value it means. */
class ScenarioFolderTest {
    @TempDir
    Path temp;

    private Scenario scenario() throws IOException {
        return TestFolder.sound(TestFolder.withOrders(1, 20).write(temp)).scenario();
    }

    @Test
    void basicsAreRead() throws IOException {
        Scenario scenario = scenario();

        assertThat(scenario.name()).isEqualTo("Test");
        assertThat(scenario.horizon()).isEqualTo(new Horizon(Week.parse("2025-W28"), 60));
        assertThat(scenario.asOf()).isEqualTo(LocalDate.of(2025, 7, 6));
        assertThat(scenario.homeMarket()).isEqualTo("CN");
        assertThat(scenario.rules().priorityClasses()).containsExactly("fleet", "retail");
        assertThat(scenario.rules().releaseFenceWeeks()).isEqualTo(4);
        assertThat(scenario.windowRule().lateShare()).isEqualTo(0.1);
    }

    @Test
    void productsKnowTheirLines() throws IOException {
        assertThat(scenario().products())
                .containsExactly(
                        new Product("SU7", "Base", 21_590_000, OptionalLong.empty(), 50_000, List.of("F1", "F3")),
                        new Product("SU7", "Max", 29_990_050, OptionalLong.of(20_000_000), 50_000, List.of("F1")),
                        new Product("YU7", "Base", 25_350_000, OptionalLong.empty(), 0, List.of("F2", "F1")),
                        new Product("YU7", "Max", 32_990_000, OptionalLong.of(25_000_000), 0, List.of("F1", "F2")));
    }

    @Test
    void capacityIsComputedOrGiven() throws IOException {
        Scenario scenario = scenario();
        WeeklyUnits first = scenario.findLine("F1").orElseThrow().capacity();
        WeeklyUnits second = scenario.findLine("F2").orElseThrow().capacity();
        WeeklyUnits third = scenario.findLine("F3").orElseThrow().capacity();

        assertThat(first.get(0)).as("given").isEqualTo(6900);
        // 47.4 x 11 x 2 x 6 x 0.96 = 6006.5
        assertThat(first.get(1) + first.get(2)).isEqualTo(12_013);
        // Week 40: the plant's own 2 days, not the 0 of all plants; 47.4 x 22 x 2 x 0.96 = 2002.2
        assertThat(first.get(12)).isBetween(2002, 2003);
        assertThat(second.get(0)).as("before the ramp").isZero();
        // 47.4 x 10 x 6 x 0.9 x 0.1 = 255.96
        assertThat(second.get(2)).isEqualTo(255);
        assertThat(third.get(11)).isEqualTo(100);
        assertThat(third.get(12)).isEqualTo(200);
    }

    @Test
    void partsAddUpTheirSupply() throws IOException {
        var parts = scenario().parts();

        assertThat(parts).extracting("name").containsExactly("PACK", "CHIP", "SEAT");
        assertThat(parts.get(0).openingStock()).isEqualTo(1200);
        assertThat(parts.get(0).arrivals().get(2)).isEqualTo(2500);
        assertThat(parts.get(1).arrivals().get(59)).isZero();
        assertThat(parts.get(2).unitCostMinor()).hasValue(150);
    }

    @Test
    void theBillSelectsProductsAndOptions() throws IOException {
        assertThat(scenario().bill())
                .containsExactly(
                        new BillLine(Selector.trim("YU7", "Max"), Optional.empty(), "PACK", 1, -1),
                        new BillLine(Selector.ANY, Optional.empty(), "CHIP", 3, 0),
                        new BillLine(Selector.model("SU7"), Optional.of("LIDAR"), "CHIP", 2, 0),
                        new BillLine(new Selector(Optional.empty(), List.of("Base")), Optional.empty(), "SEAT", 1, -2));
    }

    @Test
    void rowsOfOneOptionBecomeOneLimit() throws IOException {
        var options = scenario().options();

        assertThat(options).extracting("name").containsExactly("LIDAR", "TOW", "ROOF");
        assertThat(options.get(0).priceMinor()).isEqualTo(2_000_000);
        assertThat(options.get(0).limit().get(2)).isEqualTo(750);
        assertThat(options.get(0).limit().get(3)).isEqualTo(900);
        assertThat(options.get(1).limit().get(0)).isEqualTo(WeeklyUnits.UNLIMITED);
        assertThat(options.get(1).products()).isEqualTo(Selector.model("YU7"));
    }

    @Test
    void rowsOfOneMixOrQuotaBecomeOneLimit() throws IOException {
        Scenario scenario = scenario();

        assertThat(scenario.mix()).hasSize(3);
        assertThat(scenario.mix().get(0).products())
                .isEqualTo(new Selector(Optional.of("SU7"), List.of("Base", "Max")));
        assertThat(scenario.mix().get(1).line()).isEmpty();
        assertThat(scenario.mix().get(1).limit().get(8)).isEqualTo(4000);
        assertThat(scenario.quotas()).hasSize(3);
        assertThat(scenario.quotas().get(0).units().get(13)).isEqualTo(350);
        assertThat(scenario.quotas().get(0).reservedOn()).contains("F1");
        assertThat(scenario.quotas().get(2).units().get(0))
                .as("no row for that week")
                .isZero();
        assertThatCode(() -> Network.of(scenario)).doesNotThrowAnyException();
    }

    @Test
    void marketsOpenWhenTheySay() throws IOException {
        var markets = scenario().markets();

        assertThat(markets).extracting("opensBucket").containsExactly(0, 0, 25, 60);
        assertThat(markets.get(1).transport().get(5)).isEqualTo(400);
        assertThat(markets.get(0).transport().get(5)).isEqualTo(WeeklyUnits.UNLIMITED);
    }

    @Test
    void demandFillsItsBand() throws IOException {
        var demand = scenario().demand();

        assertThat(demand).hasSize(3);
        assertThat(demand.get(0).low().get(0)).isEqualTo(900);
        assertThat(demand.get(0).high().get(59)).isEqualTo(1400);
        assertThat(demand.get(1).market()).isEqualTo("CN");
        assertThat(demand.get(1).low()).isEqualTo(demand.get(1).high());
    }

    @Test
    void depositsDifferByModel() throws IOException {
        assertThat(scenario().deposits().depositMinor("SU7")).isEqualTo(500_000);
        assertThat(scenario().deposits().depositMinor("YU7")).isEqualTo(2_000_050);
    }

    @Test
    void whatReallyHappenedKeepsItsSources() throws IOException {
        ScenarioContents contents = TestFolder.sound(TestFolder.withCounts().write(temp));

        assertThat(contents.outturn().deliveries()).hasSize(3);
        assertThat(contents.outturn().deliveries().getFirst().products()).isEqualTo(Selector.ANY);
        assertThat(contents.outturn().postedWaits().getFirst())
                .isEqualTo(new PostedWait(
                        LocalDate.of(2025, 7, 6),
                        Selector.trim("YU7", "Max"),
                        OptionalDouble.of(38),
                        OptionalDouble.of(41),
                        Optional.of(Grade.A),
                        List.of("press", "agency")));
        assertThat(contents.sources()).extracting(Source::key).containsExactly("press", "agency", "forum");
    }

    @Test
    void anOrderIsReadColumnByColumn() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 0);
        folder.addLine("orders.csv", "B-2,2025-06-26 22:02:11.25,,YU7,Max,TOW|LIDAR,,,,,,,,");
        folder.addLine("orders.csv", "A-1,2025-06-26T22:02,DE,SU7,Base,,fleet,99.9,2025-W40,2024-W01,,,,");
        OrderTable open = TestFolder.sound(folder.write(temp)).openOrders();

        assertThat(open.size()).isEqualTo(2);
        assertThat(open.order(0))
                .isEqualTo(new Order(
                        "A-1",
                        micros(LocalDateTime.of(2025, 6, 26, 22, 2)),
                        0,
                        new Configuration("DE", "SU7", "Base", List.of()),
                        12,
                        9990));
        assertThat(open.promisedBucket(0)).isEqualTo(-79);
        assertThat(open.order(1))
                .isEqualTo(new Order(
                        "B-2",
                        micros(LocalDateTime.of(2025, 6, 26, 22, 2, 11, 250_000_000)),
                        1,
                        new Configuration("CN", "YU7", "Max", List.of("LIDAR", "TOW")),
                        Order.AS_SOON_AS_POSSIBLE,
                        2_000_050));
        assertThat(open.promisedBucket(1)).isEqualTo(OrderTable.NEVER_PROMISED);
    }

    @Test
    void ordersThatLeftTheBookAreHistory() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 0);
        folder.addLine("orders.csv", "A,2025-06-01T23:59:59,,YU7,Max,,,,,,2025-06-26,,,");
        folder.addLine("orders.csv", "B,2025-06-02,,YU7,Max,,,,,,,2025-06-02,,");
        ScenarioContents contents = TestFolder.sound(folder.write(temp));
        PastOrders past = contents.history();

        assertThat(contents.openOrders().size()).isZero();
        assertThat(past.size()).isEqualTo(2);
        assertThat(past.end(0)).isEqualTo(PastOrders.End.DELIVERED);
        assertThat(LocalDate.ofEpochDay(past.lockedDay(0))).isEqualTo("2025-06-01");
        assertThat(LocalDate.ofEpochDay(past.endDay(0))).isEqualTo("2025-06-26");
        assertThat(past.end(1)).isEqualTo(PastOrders.End.CANCELLED);
        assertThat(past.configuration(1).trim()).isEqualTo("Max");
    }

    @Test
    void ordersStandInRankOrder() throws IOException {
        OrderTable open =
                TestFolder.sound(TestFolder.withOrders(5, 500).write(temp)).openOrders();

        for (int row = 1; row < open.size(); row++) {
            int byClass = Integer.compare(open.priorityClass(row - 1), open.priorityClass(row));
            int byTime = Long.compare(open.lockedAtMicros(row - 1), open.lockedAtMicros(row));
            int byId = open.id(row - 1).compareTo(open.id(row));
            assertThat(byClass != 0 ? byClass : byTime != 0 ? byTime : byId).isNegative();
        }
    }

    @Test
    void aScenarioNeedsOnlyThreeFiles() throws IOException {
        Files.writeString(
                temp.resolve("scenario.toml"),
                "name=\"x\"\nstart_week=\"2026-W01\"\nhorizon_weeks=10\ncurrency=\"EUR\"\n");
        Files.writeString(temp.resolve("products.csv"), "model,trim,price\nA,B,1\n");
        Files.writeString(
                temp.resolve("lines.csv"),
                "plant,line,models,jobs_per_hour,hours_per_shift,shifts,days_per_week,oee\nP,L,A,1,8,1,5,1\n");
        ScenarioContents contents = TestFolder.sound(temp);

        assertThat(contents.scenario().asOf()).isEqualTo("2025-12-28");
        assertThat(contents.scenario().homeMarket()).isEqualTo("home");
        assertThat(contents.scenario().rules().priorityClasses()).containsExactly("standard");
        assertThat(contents.openOrders().size()).isZero();
    }

    @Test
    void carriageReturnsAndAByteOrderMarkChangeNothing() throws IOException {
        TestFolder folder = TestFolder.withOrders(3, 50);
        ScenarioContents plain = TestFolder.sound(folder.write(temp.resolve("a")));
        for (String file : folder.names()) {
            folder.setLine(file, 1, "\uFEFF" + folder.line(file, 1));
        }
        ScenarioContents other = TestFolder.sound(folder.write(temp.resolve("b"), "\r\n"));

        assertThat(other.scenario()).isEqualTo(plain.scenario());
        assertThat(Contents.text(other)).isEqualTo(Contents.text(plain));
    }

    @Test
    void progressEndsWhereItSaidItWould() throws IOException {
        List<Long> left = new ArrayList<>();

        ScenarioFolder.read(TestFolder.withOrders(3, 50).write(temp), (work, done, total) -> left.add(total - done));

        assertThat(left).isNotEmpty().last().isEqualTo(0L);
    }

    @Test
    void aFileThatNobodyReadsIsNoted() throws IOException {
        TestFolder folder = TestFolder.withOrders(3, 5);
        folder.put("order.csv", List.of("x"));
        folder.put("README.md", List.of("x"));
        Reading reading = ScenarioFolder.read(folder.write(temp), Progress.NONE);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Sound.class,
                        sound -> assertThat(sound.notes())
                                .singleElement()
                                .hasToString(
                                        "order.csv:1:1: found a file that nobody reads, expected the files of docs/scenario-format.md,"
                                                + " maybe delete it, or let it take the place of orders.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders.csv.txt",
                "orders.csv.csv",
                "orders (1).csv",
                "orders(2).csv",
                "Kopie von orders.csv",
                "Copy of orders.csv",
                "orders - Copy.csv",
                "orders - Kopie (2).csv",
                "orders_copy.csv",
                "orders \u526F\u672C.csv",
                "Orders.csv",
                "order.csv.txt"
            })
    void aFileUnderTheNameOfACopyIsToldItsOwn(String name) throws IOException {
        TestFolder folder = TestFolder.withOrders(3, 5);
        folder.put(name, List.of("x"));
        Path dir = folder.write(temp);
        assertThat(notes(dir))
                .singleElement()
                .asString()
                .startsWith(name + ":1:1: found a file that nobody reads")
                .endsWith(", maybe delete it, or let it take the place of orders.csv");

        Files.delete(dir.resolve("orders.csv"));

        assertThat(notes(dir)).singleElement().asString().endsWith(", maybe rename it orders.csv");
    }

    @Test
    void aFolderThatNobodyReadsIsCalledThat() throws IOException {
        Path dir = TestFolder.withOrders(3, 5).write(temp);
        Files.createDirectory(dir.resolve("outurn"));
        Files.createDirectory(dir.resolve("results"));

        assertThat(notes(dir))
                .containsExactly(
                        "outurn:1:1: found a folder that nobody reads, expected the files of docs/scenario-format.md,"
                                + " maybe rename it outturn",
                        "results:1:1: found a folder that nobody reads, expected the files of docs/scenario-format.md");
    }

    @Test
    void aFileThatNobodyReadsIsNotedBesideFlawsToo() throws IOException {
        TestFolder folder = TestFolder.withOrders(3, 5);
        folder.put("products.csv.txt", List.of("x"));
        Path dir = folder.write(temp);
        Files.delete(dir.resolve("products.csv"));

        assertThat(ScenarioFolder.read(dir, Progress.NONE)).isInstanceOf(Reading.Flawed.class);
        assertThat(notes(dir)).singleElement().asString().endsWith(", maybe rename it products.csv");
    }

    private static List<String> notes(Path dir) {
        return ScenarioFolder.read(dir, Progress.NONE).notes().stream()
                .map(Flaw::toString)
                .toList();
    }

    private static long micros(LocalDateTime moment) {
        return ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), moment);
    }
}
