package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fast reading, on any number of threads, and the plain one come to the same. */
class OrdersCsvTest {
    private static final int FOLDERS = Integer.getInteger("rampline.fuzz.orders", 60);

    @TempDir
    Path temp;

    @Test
    void theFastReadingAgreesWithThePlainOne() throws IOException {
        for (long seed = 1; seed <= FOLDERS; seed++) {
            Random random = new Random(seed);
            TestFolder orders = TestFolder.withOrders(seed, 200);
            for (int mutations = random.nextInt(60); mutations > 0; mutations--) {
                mutate(orders, random);
            }
            Path dir = orders.write(temp.resolve("" + seed));
            Folder plainly = Orders.open(dir);
            Folder fast = Orders.open(dir);
            OrderColumns plain = Orders.readPlainly(plainly, Orders.rules(plainly));
            OrderColumns read = OrdersCsv.read(fast, Orders.rules(fast), Threads.of(1));

            assertThat(Orders.rows(read, _ -> true)).as("seed " + seed).isEqualTo(Orders.rows(plain, _ -> true));
            assertThat(flaws(fast)).as("seed " + seed).isEqualTo(flaws(plainly));
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws IOException {
        TestFolder orders = TestFolder.withOrders(4, 60_000);
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            mutate(orders, random);
        }
        orders.setLine("orders.csv", 100, orders.line("orders.csv", 50_000));
        Path dir = orders.write(temp);
        Folder one = Orders.open(dir);
        OrderColumns alone = OrdersCsv.read(one, Orders.rules(one), Threads.of(1));

        for (int threads = 2; threads <= 5; threads++) {
            Folder many = Orders.open(dir);
            OrderColumns together = OrdersCsv.read(many, Orders.rules(many), Threads.of(threads));

            assertThat(Orders.rows(together, _ -> true)).isEqualTo(Orders.rows(alone, _ -> true));
            assertThat(flaws(many)).isEqualTo(flaws(one));
            assertThat(RepeatedIds.find(together)).isEqualTo(RepeatedIds.find(alone));
        }
    }

    @Test
    void oneBadRowInAMillionIsFound() throws IOException {
        Path dir = TestFolder.withOrders(1, 0).write(temp);
        StringBuilder text = new StringBuilder("order_id,locked_at,market,model,trim,deposit\n");
        for (int i = 0; i < 1_000_000; i++) {
            text.append("X-")
                    .append(i)
                    .append(i == 765_431 ? ",2025-02-30,CN,YU7,Max,5000\n" : ",2025-02-28,CN,YU7,Max,5000\n");
        }
        Files.writeString(dir.resolve("orders.csv"), text);

        assertThat(TestFolder.flaws(dir))
                .singleElement()
                .hasToString("orders.csv:765433:2: found \"2025-02-30\", expected a date or moment such as"
                        + " 2025-07-06T22:00:00, maybe that day does not exist");
    }

    @Test
    void anIdUsedTwiceFarApartIsFoundWithBothPlaces() throws IOException {
        Path dir = TestFolder.withOrders(1, 0).write(temp);
        StringBuilder text = new StringBuilder("locked_at,order_id,model,trim\n");
        for (int i = 0; i < 300_000; i++) {
            text.append("2025-02-28,X-").append(i == 299_000 ? 7 : i).append(",YU7,Max\n");
        }
        Files.writeString(dir.resolve("orders.csv"), text);

        assertThat(TestFolder.flaws(dir))
                .singleElement()
                .hasToString("orders.csv:299002:2: found \"X-7\", expected each id once; it is on line 9 too,"
                        + " maybe one order twice in the file");
    }

    @Test
    void flawsBeyondTheLimitAreCounted() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 0);
        for (int i = 0; i < 1_500; i++) {
            folder.addLine("orders.csv", "X-" + i + ",yesterday,,YU7,Maxi,,,,,,,,,");
        }
        folder.addLine("mix.csv", "F1,SU7,,,-1,,");
        Reading reading = ScenarioFolder.read(folder.write(temp), Progress.NONE);

        assertThat(reading).isInstanceOfSatisfying(Reading.Flawed.class, flawed -> {
            assertThat(flawed.flaws()).hasSize(1_000);
            assertThat(flawed.flaws().getFirst().file())
                    .as("no file crowds out another")
                    .isEqualTo("mix.csv");
            assertThat(flawed.flaws().getLast().line()).isEqualTo(501);
            assertThat(flawed.more()).isEqualTo(2_001);
        });
    }

    @Test
    void tooManyOrdersAreAFlaw() throws IOException {
        Path dir = TestFolder.withOrders(1, 0).write(temp);
        byte[] row = "X,2025-02-28,YU7,Max\n".getBytes(StandardCharsets.UTF_8);
        byte[] rows = new byte[row.length * 2_000_001];
        for (int i = 0; i < 2_000_001; i++) {
            System.arraycopy(row, 0, rows, i * row.length, row.length);
        }
        Files.write(dir.resolve("orders.csv"), "order_id,locked_at,model,trim\n".getBytes(StandardCharsets.UTF_8));
        Files.write(dir.resolve("orders.csv"), rows, java.nio.file.StandardOpenOption.APPEND);
        Folder folder = Orders.open(dir);
        OrdersCsv.read(folder, Orders.rules(folder), Threads.of(2));

        assertThat(flaws(folder))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw).contains("more than 2000000 orders"));
    }

    private static List<String> flaws(Folder folder) {
        return folder.flaws().flawed().flaws().stream().map(Flaw::toString).toList();
    }

    private static void mutate(TestFolder folder, Random random) {
        int line = 2 + random.nextInt(folder.lines("orders.csv").size() - 1);
        StringBuilder text = new StringBuilder(folder.line("orders.csv", line));
        int at = random.nextInt(text.length() + 1);
        String piece = List.of("\"", ",", "x", "0", "-", "\u00FC", "\u0000", "Max", " ", "\"\"")
                .get(random.nextInt(10));
        if (random.nextBoolean()) {
            text.insert(at, piece);
        } else {
            text.replace(at, Math.min(text.length(), at + 1), piece);
        }
        folder.setBytes("orders.csv", line, text.toString());
    }
}
