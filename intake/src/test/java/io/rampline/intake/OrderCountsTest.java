package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.Configuration;
import io.rampline.intake.csv.CellTime;
import io.rampline.promise.OrderTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderCountsTest {
    private static final int WORLDS = Integer.getInteger("rampline.fuzz.counts", 150);

    @TempDir
    Path temp;

    @Test
    void everyLockedOrderIsThereOnce() throws IOException {
        ScenarioContents contents = TestFolder.sound(TestFolder.withCounts().write(temp));
        OrderTable open = contents.openOrders();
        Set<String> ids = new HashSet<>();
        for (int row = 0; row < open.size(); row++) {
            ids.add(open.id(row));
        }

        assertThat(open.size() + contents.history().size()).isEqualTo(400 + 300 + 500 + 200 + 100);
        assertThat(ids).hasSize(open.size()).allMatch(id -> id.matches("C00[12346]-000\\d{3}"));
        assertThat(count(contents.history(), PastOrders.End.CANCELLED)).isEqualTo(20 + 10 + 25 + 5);
        assertThat(count(contents.history(), PastOrders.End.DELIVERED)).isEqualTo(250 + 60 + 180);
    }

    @Test
    void locksLieInTheirPeriodAndEndsBehindThem() throws IOException {
        ScenarioContents contents = TestFolder.sound(TestFolder.withCounts().write(temp));
        OrderTable open = contents.openOrders();
        PastOrders past = contents.history();

        for (int row = 0; row < open.size(); row++) {
            if (open.id(row).startsWith("C006")) {
                long day = Math.floorDiv(open.lockedAtMicros(row), CellTime.MICROS_PER_DAY);
                assertThat(LocalDate.ofEpochDay(day)).isBetween(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 7, 6));
            }
        }
        for (int row = 0; row < past.size(); row++) {
            assertThat(past.endDay(row)).isBetween(past.lockedDay(row), (int)
                    LocalDate.of(2025, 7, 6).toEpochDay());
        }
    }

    @Test
    void theSameFilesGiveTheSameOrdersEverywhere() throws IOException {
        TestFolder folder = TestFolder.withCounts();
        String here = Contents.text(TestFolder.sound(folder.write(temp.resolve("a"))));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            folder.addLine("markets.csv", "AT,1,,,,");
            folder.setLine("products.csv", 2, folder.line("products.csv", 2) + "row order is of no matter");

            assertThat(Contents.text(TestFolder.sound(folder.write(temp.resolve("b")))))
                    .isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anotherSeedGivesOtherOrders() throws IOException {
        TestFolder folder = TestFolder.withCounts();
        String here = Contents.text(TestFolder.sound(folder.write(temp.resolve("a"))));
        folder.setLine("scenario.toml", 13, "orders.seed = 8");

        assertThat(Contents.text(TestFolder.sound(folder.write(temp.resolve("b")))))
                .isNotEqualTo(here);
    }

    @Test
    void aRowAtTheEndLeavesTheOthersAsTheyWere() throws IOException {
        TestFolder folder = TestFolder.withCounts();
        folder.remove("deliveries.csv");
        Set<String> before =
                rows(TestFolder.sound(folder.write(temp.resolve("a"))).openOrders());
        folder.addLine("order_counts.csv", "2025-01-01,2025-07-06,CN,YU7,Max,,,1000,0,,");

        assertThat(rows(TestFolder.sound(folder.write(temp.resolve("b"))).openOrders()))
                .containsAll(before);
    }

    @Test
    void evenlyMeansEvenly() throws IOException {
        TestFolder folder = TestFolder.withCounts();
        folder.remove("deliveries.csv");
        folder.put(
                "order_counts.csv",
                List.of("from,to,model,trim,locked,cancelled", "2025-01-01,2025-01-10,SU7,Max,100000,50000"));
        ScenarioContents contents = TestFolder.sound(folder.write(temp));
        int[] lockedByDay = new int[10];
        int first = (int) LocalDate.of(2025, 1, 1).toEpochDay();
        for (int row = 0; row < contents.history().size(); row++) {
            lockedByDay[contents.history().lockedDay(row) - first]++;
        }

        // 5,000 expected a day among the cancelled; six standard deviations of a binomial are about 400.
        assertThat(Arrays.stream(lockedByDay)).allMatch(count -> count >= 4_600 && count <= 5_400);
    }

    @Test
    void thoseWhoLeftFromADayOnStandInTheBankUntilThen() throws IOException {
        TestFolder folder = TestFolder.withCounts();
        folder.remove("deliveries.csv");
        List<String> counts = List.of(
                "from,to,model,trim,locked,cancelled,cancelled_from",
                "2025-01-01,2025-03-31,SU7,Max,1000,400,2025-06-26",
                "2025-06-20,2025-07-06,SU7,Base,1000,400,2025-06-26");
        folder.put("order_counts.csv", counts);
        ScenarioContents dated = TestFolder.sound(folder.write(temp.resolve("a")));
        folder.put(
                "order_counts.csv",
                counts.stream()
                        .map(line -> line.substring(0, line.lastIndexOf(',')))
                        .toList());
        ScenarioContents undated = TestFolder.sound(folder.write(temp.resolve("b")));

        assertThat(rows(dated.openOrders())).isEqualTo(rows(undated.openOrders()));
        assertThat(endDays(dated.history()))
                .hasSize(800)
                .allMatch(day -> day >= LocalDate.of(2025, 6, 26).toEpochDay()
                        && day <= LocalDate.of(2025, 7, 6).toEpochDay());
        assertThat(endDays(undated.history()))
                .anyMatch(day -> day < LocalDate.of(2025, 6, 26).toEpochDay());
        for (int row = 0; row < dated.history().size(); row++) {
            assertThat(dated.history().endDay(row))
                    .isGreaterThanOrEqualTo(dated.history().lockedDay(row));
        }
    }

    @Test
    void anEmptyCellIsNoDayAndADayInTheFutureIsAFlaw() throws IOException {
        TestFolder folder = TestFolder.withCounts();
        folder.remove("deliveries.csv");
        String header = "from,to,model,trim,locked,cancelled,cancelled_from";
        folder.put("order_counts.csv", List.of(header, "2025-01-01,2025-03-31,SU7,Max,1000,400,"));
        String empty = Contents.text(TestFolder.sound(folder.write(temp.resolve("a"))));
        folder.put(
                "order_counts.csv",
                List.of("from,to,model,trim,locked,cancelled", "2025-01-01,2025-03-31,SU7,Max,1000,400"));
        assertThat(Contents.text(TestFolder.sound(folder.write(temp.resolve("b")))))
                .isEqualTo(empty);

        folder.put(
                "order_counts.csv",
                List.of(
                        header,
                        "2025-01-01,2025-03-31,SU7,Max,1000,400,2025-07-07",
                        "2025-01-01,2025-03-31,SU7,Max,1000,400,in June"));
        Reading reading = ScenarioFolder.read(folder.write(temp.resolve("c")), Progress.NONE);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Flawed.class,
                        flawed -> assertThat(flawed.flaws())
                                .extracting(flaw -> flaw.line() + ":" + flaw.column() + " " + flaw.found())
                                .containsExactly("2:7 \"2025-07-07\"", "3:7 \"in June\""));
    }

    private static List<Integer> endDays(PastOrders past) {
        return IntStream.range(0, past.size()).mapToObj(past::endDay).toList();
    }

    /** The plain twin looks through all orders for each car. */
    @Test
    void carsGoToTheFirstInRankWhoWasLocked() throws IOException {
        for (long seed = 1; seed <= WORLDS; seed++) {
            Random random = new Random(seed);
            TestFolder folder = randomWorld(random);
            Folder open = Orders.open(folder.write(temp.resolve("" + seed)));
            OrderRules rules = Orders.rules(open);
            OrderColumns orders = OrderCounts.read(open, rules);
            OrderColumns twin = OrderCounts.readUndelivered(open, rules);
            boolean isShort = handOverPlainly(folder, twin);

            assertThat(open.flaws().hasFlaws()).as("seed " + seed).isEqualTo(isShort);
            assertThat(orders.endDays).as("seed " + seed).isEqualTo(twin.endDays);
        }
    }

    private static TestFolder randomWorld(Random random) {
        TestFolder folder = TestFolder.withCounts();
        List<String> counts = new ArrayList<>(List.of("from,to,model,trim,priority,locked,cancelled"));
        String[] products = {"SU7,Base", "SU7,Max", "YU7,Base"};
        for (int i = 0; i < 5; i++) {
            int month = 1 + random.nextInt(5);
            int locked = random.nextInt(40);
            counts.add(String.format(
                    "2025-%02d-01,2025-%02d-20,%s,%s,%d,%d",
                    month,
                    month,
                    products[random.nextInt(3)],
                    random.nextBoolean() ? "fleet" : "retail",
                    locked,
                    random.nextInt(locked / 4 + 1)));
        }
        folder.put("order_counts.csv", counts);
        List<String> deliveries = new ArrayList<>(List.of("from,to,model,trim,units"));
        for (int i = 0; i < 4; i++) {
            int month = 1 + random.nextInt(6);
            String product = products[random.nextInt(3)];
            deliveries.add(String.format(
                    "2025-%02d-05,2025-%02d-28,%s,%d",
                    month, month, random.nextBoolean() ? product : product.substring(0, 3) + ",*", random.nextInt(25)));
        }
        folder.put("deliveries.csv", deliveries);
        return folder;
    }

    /** Whether some row finds too few orders. */
    private static boolean handOverPlainly(TestFolder folder, OrderColumns orders) {
        int[] rank = RankOrder.of(orders);
        int rows = folder.lines("deliveries.csv").size() - 1;
        int[] handed = new int[rows];
        for (long day = LocalDate.of(2025, 1, 1).toEpochDay();
                day <= LocalDate.of(2025, 7, 6).toEpochDay();
                day++) {
            for (int row = 0; row < rows; row++) {
                String[] cells = folder.line("deliveries.csv", row + 2).split(",", -1);
                long from = LocalDate.parse(cells[0]).toEpochDay();
                long days = LocalDate.parse(cells[1]).toEpochDay() - from + 1;
                if (day < from || day >= from + days) {
                    continue;
                }
                long due = (day - from + 1) * Integer.parseInt(cells[4]) / days;
                while (handed[row] < due && giveOne(orders, rank, cells[2], cells[3], day)) {
                    handed[row]++;
                }
            }
        }
        boolean isShort = false;
        for (int row = 0; row < rows; row++) {
            isShort |= handed[row]
                    < Integer.parseInt(folder.line("deliveries.csv", row + 2).split(",", -1)[4]);
        }
        return isShort;
    }

    private static boolean giveOne(OrderColumns orders, int[] rank, String model, String trim, long day) {
        for (int row : rank) {
            Configuration configuration = orders.configuration(orders.configurationNumbers[row]);
            boolean isWanted = configuration.model().equals(model)
                    && (trim.equals("*") || configuration.trim().equals(trim))
                    && orders.endDays[row] == OrderColumns.STILL_OPEN
                    && orders.lockedAtMicros[row] < (day + 1) * CellTime.MICROS_PER_DAY;
            if (isWanted) {
                orders.endDays[row] = (int) day;
                return true;
            }
        }
        return false;
    }

    private static int count(PastOrders past, PastOrders.End end) {
        int count = 0;
        for (int row = 0; row < past.size(); row++) {
            count += past.end(row) == end ? 1 : 0;
        }
        return count;
    }

    private static Set<String> rows(OrderTable orders) {
        Set<String> rows = new HashSet<>();
        for (int row = 0; row < orders.size(); row++) {
            rows.add(orders.order(row).toString());
        }
        return rows;
    }
}
