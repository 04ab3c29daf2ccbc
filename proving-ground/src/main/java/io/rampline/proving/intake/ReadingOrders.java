package io.rampline.proving.intake;

import com.sun.management.OperatingSystemMXBean;
import io.rampline.intake.Progress;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long a scenario folder with a big order file takes from its first byte to the ranked book, beside DuckDB reading
 * the same file. One JVM, the readers in turn; the first round is the cold one and told apart. Processor time is that
 * of the whole process, so a compiler or collector at work counts for the reader it works beside.
 */
public final class ReadingOrders {
    private static final String USAGE = "usage: rampline bench intake [--orders N] [--rounds R] [--dir DIR]";
    private static final long SEED = 20_250_706;
    private static final int ORDERS_MAX = 2_000_000;
    private static final int ROUNDS_MAX = 1_000;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** One thing to time. */
    private interface Work {
        void run() throws IOException, SQLException;
    }

    private record Contestant(String name, Work work, List<Long> wallMillis, List<Long> processorMillis) {
        void race() throws IOException, SQLException {
            long processor = PROCESS.getProcessCpuTime();
            long begin = System.nanoTime();
            work.run();
            wallMillis.add((System.nanoTime() - begin) / 1_000_000);
            processorMillis.add((PROCESS.getProcessCpuTime() - processor) / 1_000_000);
        }
    }

    private ReadingOrders() {}

    /**
     * Writes the files, reads them in turn and prints a table of times.
     *
     * <p>{@code --orders} 1 to 2,000,000, a million unless said; {@code --rounds} 2 to 1,000, 9 unless said;
     * {@code --dir} keeps the files there for the next time, otherwise they are removed.
     *
     * @return the exit code: 0 done, 1 a reader failed, 2 wrong usage, 3 the files cannot be written or removed
     */
    public static int run(List<String> arguments) {
        int orders = 1_000_000;
        int rounds = 9;
        Path kept = null;
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            int number = value.matches("[1-9]\\d{0,6}") ? Integer.parseInt(value) : 0;
            if (name.equals("--orders") && number >= 1 && number <= ORDERS_MAX) {
                orders = number;
            } else if (name.equals("--rounds") && number >= 2 && number <= ROUNDS_MAX) {
                rounds = number;
            } else if (name.equals("--dir") && !value.isEmpty()) {
                kept = Path.of(value);
            } else {
                System.err.println("found " + (name + " " + value).strip() + ", expected --orders from 1 to "
                        + ORDERS_MAX + ", --rounds from 2 to " + ROUNDS_MAX + " or --dir with a folder; " + USAGE);
                return 2;
            }
        }
        return kept == null ? raceAside(orders, rounds) : race(kept, orders, rounds);
    }

    private static int raceAside(int orders, int rounds) {
        try {
            Path dir = Files.createTempDirectory("rampline-bench-intake-");
            int code = race(dir, orders, rounds);
            try (Stream<Path> all = Files.walk(dir)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
            return code;
        } catch (IOException | UncheckedIOException failed) {
            return notWritten(failed);
        }
    }

    private static int race(Path dir, int orders, int rounds) {
        Path csv = dir.resolve("csv-" + orders);
        Path parquet = dir.resolve("parquet-" + orders);
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duckdb.createStatement()) {
            prepare(csv, parquet, orders, sql);
            List<Contestant> contestants = contestants(csv, parquet, orders, sql);
            for (int round = 0; round < rounds; round++) {
                for (Contestant contestant : contestants) {
                    contestant.race();
                }
            }
            print(contestants, csv, parquet);
            return 0;
        } catch (SQLException | IllegalStateException failed) {
            System.err.println("the benchmark failed: " + failed.getMessage());
            return 1;
        } catch (IOException | UncheckedIOException failed) {
            return notWritten(failed);
        }
    }

    private static int notWritten(Exception failed) {
        System.err.println("cannot write or remove the files of the benchmark: " + failed
                + "; maybe name another folder with --dir, or free some space");
        return 3;
    }

    private static List<Contestant> contestants(Path csv, Path parquet, int orders, Statement sql) {
        String csvScan = "read_csv('" + csv.resolve("orders.csv") + "', header = true)";
        String parquetScan = "'" + parquet.resolve("orders.parquet") + "'";
        List<Contestant> contestants = new ArrayList<>();
        add(contestants, "rampline, CSV to ranked book", () -> read(csv, orders));
        add(contestants, "DuckDB, CSV to its own table", () -> intoTable(sql, csvScan));
        add(contestants, "DuckDB, CSV to a ranked table, ids unique", () -> intoRankedTable(sql, csvScan));
        add(contestants, "rampline, Parquet to ranked book", () -> read(parquet, orders));
        add(contestants, "DuckDB, Parquet to its own table", () -> intoTable(sql, parquetScan));
        add(contestants, "DuckDB, Parquet to a ranked table, ids unique", () -> intoRankedTable(sql, parquetScan));
        return contestants;
    }

    private static void add(List<Contestant> contestants, String name, Work work) {
        contestants.add(new Contestant(name, work, new ArrayList<>(), new ArrayList<>()));
    }

    private static void read(Path dir, int orders) {
        switch (ScenarioFolder.read(dir, Progress.NONE)) {
            case Reading.Sound(var contents, var _) -> {
                int count = contents.openOrders().size() + contents.history().size();
                if (count != orders) {
                    throw new IllegalStateException("found " + count + " orders, expected " + orders);
                }
            }
            case Reading.Flawed(var flaws, var _, var _) ->
                throw new IllegalStateException(flaws.getFirst().toString());
        }
    }

    private static void intoTable(Statement sql, String scan) throws SQLException {
        sql.execute("create or replace table orders as select * from " + scan);
    }

    private static void intoRankedTable(Statement sql, String scan) throws SQLException {
        sql.execute(
                "create or replace table orders as select * from " + scan + " order by priority, locked_at, order_id");
        try (ResultSet rows =
                sql.executeQuery("select count(*) from (select order_id from orders group by 1 having count(*) > 1)")) {
            rows.next();
            if (rows.getLong(1) != 0) {
                throw new IllegalStateException("found an id twice");
            }
        }
    }

    private static void prepare(Path csv, Path parquet, int orders, Statement sql) throws IOException, SQLException {
        if (!Files.exists(csv.resolve("orders.csv"))) {
            OrderFolder.write(csv, orders, SEED);
        }
        if (!Files.exists(parquet.resolve("orders.parquet"))) {
            Files.createDirectories(parquet);
            for (String file : List.of("scenario.toml", "markets.csv", "lines.csv", "options.csv", "products.csv")) {
                Files.copy(csv.resolve(file), parquet.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            sql.execute("copy (select order_id, locked_at, market, model, trim, options, priority, "
                    + "deposit::decimal(12,2) as deposit, earliest_week, promised_week, delivered_on, cancelled_on "
                    + "from read_csv('" + csv.resolve("orders.csv") + "', header = true)) to '"
                    + parquet.resolve("orders.parquet") + "' (format parquet, compression zstd)");
        }
    }

    private static void print(List<Contestant> contestants, Path csv, Path parquet) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%d bytes of CSV, %d bytes of Parquet; milliseconds%n",
                Files.size(csv.resolve("orders.csv")),
                Files.size(parquet.resolve("orders.parquet")));
        System.out.printf(Locale.ROOT, "%-46s%-24s%s%n", "", "    wall", "    processor");
        String figures = "%7s %7s %7s ";
        System.out.printf(
                Locale.ROOT,
                "%-45s" + figures + figures + "%n",
                "",
                "first",
                "best",
                "median",
                "first",
                "best",
                "median");
        for (Contestant contestant : contestants) {
            List<Long> wall = contestant.wallMillis();
            List<Long> processor = contestant.processorMillis();
            System.out.printf(
                    Locale.ROOT,
                    "%-45s" + figures + figures + "%n",
                    contestant.name(),
                    wall.getFirst(),
                    warm(wall).getFirst(),
                    median(warm(wall)),
                    processor.getFirst(),
                    warm(processor).getFirst(),
                    median(warm(processor)));
        }
    }

    private static List<Long> warm(List<Long> millis) {
        return millis.stream().skip(1).sorted().toList();
    }

    private static long median(List<Long> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}
