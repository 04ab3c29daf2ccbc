package io.rampline.proving.intake;

import io.rampline.intake.Progress;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How long a scenario folder with a big order file takes from its first byte to the ranked book, beside DuckDB scanning
 * the same file. One JVM, the readers in turn; the first round is the cold one and told apart.
 *
 * <p>{@code ReadingOrders FOLDER [ORDERS [ROUNDS]]}
 */
public final class ReadingOrders {
    private static final long SEED = 20_250_706;

    /** One thing to time. */
    private interface Work {
        void run() throws IOException, SQLException;
    }

    private record Contestant(String name, Work work, List<Long> millis) {}

    private ReadingOrders() {}

    /** Writes the files where they are missing and prints a table of times. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path dir = Path.of(arguments[0]);
        int orders = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 9;
        Path csv = dir.resolve("csv-" + orders);
        Path parquet = dir.resolve("parquet-" + orders);
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duckdb.createStatement()) {
            prepare(csv, parquet, orders, sql);
            List<Contestant> contestants = contestants(csv, parquet, orders, sql);
            for (int round = 0; round < rounds; round++) {
                for (Contestant contestant : contestants) {
                    long begin = System.nanoTime();
                    contestant.work().run();
                    contestant.millis().add((System.nanoTime() - begin) / 1_000_000);
                }
            }
            print(contestants, csv, parquet);
        }
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
        contestants.add(new Contestant(name, work, new ArrayList<>()));
    }

    private static void read(Path dir, int orders) {
        switch (ScenarioFolder.read(dir, Progress.NONE)) {
            case Reading.Sound(var contents, var _) -> {
                int count = contents.openOrders().size() + contents.history().size();
                if (count != orders) {
                    throw new IllegalStateException("found " + count + " orders, expected " + orders);
                }
            }
            case Reading.Flawed(var flaws, var _) ->
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
        if (!Files.exists(csv)) {
            OrderFolder.write(csv, orders, SEED);
        }
        if (!Files.exists(parquet)) {
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
        System.out.printf(Locale.ROOT, "%-48s %8s %8s %8s %8s%n", "", "first", "best", "median", "worst");
        for (Contestant contestant : contestants) {
            List<Long> warm = new ArrayList<>(
                    contestant.millis().subList(1, contestant.millis().size()));
            Collections.sort(warm);
            System.out.printf(
                    Locale.ROOT,
                    "%-48s %8d %8d %8d %8d%n",
                    contestant.name(),
                    contestant.millis().getFirst(),
                    warm.getFirst(),
                    warm.get(warm.size() / 2),
                    warm.getLast());
        }
    }
}
