package io.rampline.proving.load;

import io.rampline.factory.Network;
import io.rampline.intake.Progress;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioFolder;
import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.audit.AuditReport;
import io.rampline.orderbook.audit.BookAudit;
import io.rampline.orderbook.server.EmbeddedPostgres;
import io.rampline.orderbook.server.RunningServer;
import io.rampline.proving.served.ServedBook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The night on which everybody orders at once: bookings over real HTTP at an even rate against a book served by a
 * process of its own on its own PostgreSQL. Afterwards every acknowledged order is looked for in the database and the
 * whole book is audited. In the same run: what the server answers without any work, and how fast the database takes the
 * same rows in by COPY.
 */
public final class LaunchNight {
    private static final double WARM_UP_SECONDS = 15;
    private static final double IDLE_SECONDS = 5;
    private static final int CONNECTIONS = 384;
    private static final int IDLE_CONNECTIONS = 32;
    private static final List<String> JVM = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseCompactObjectHeaders",
            "-Xmn160m",
            "-Xms3g",
            "-Xmx3g");

    /** Orders whose booking was acknowledged. */
    private final BitSet acknowledged = new BitSet();

    private long refused;

    private LaunchNight() {}

    /** What was asked for. */
    record Wish(double seconds, double rate, boolean json) {
        static Wish of(List<String> arguments) {
            double seconds = 60;
            double rate = 12_000;
            boolean json = false;
            for (int i = 0; i < arguments.size(); i++) {
                switch (arguments.get(i)) {
                    case "--seconds" -> seconds = Double.parseDouble(arguments.get(++i));
                    case "--rate" -> rate = Double.parseDouble(arguments.get(++i));
                    case "--json" -> json = true;
                    default -> throw new IllegalArgumentException("found \"" + arguments.get(i) + "\"");
                }
            }
            return new Wish(seconds, rate, json);
        }
    }

    /** What came out. */
    private record Figures(
            OpenLoop.Result load,
            long acknowledged,
            long refused,
            double commitsPerSecond,
            double idlePerSecond,
            long lost,
            long oversold,
            double copyPerSecond) {}

    /** The exit code: 0 done and nothing lost or oversold, 1 otherwise, 2 wrong usage. */
    public static int run(List<String> arguments) {
        Wish wish;
        try {
            wish = Wish.of(arguments);
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            System.err.println(
                    wrong.getMessage() + "; usage: rampline bench launch-night [--seconds S] [--rate R] [--json]");
            return 2;
        }
        try {
            Path folder = Files.createTempDirectory("rampline-launch-night-");
            try {
                Figures figures = new LaunchNight().measure(folder, wish);
                tell(figures, wish);
                return figures.lost() == 0 && figures.oversold() == 0 ? 0 : 1;
            } finally {
                remove(folder);
            }
        } catch (IOException | SQLException failed) {
            System.err.println("the benchmark failed: " + failed.getMessage());
            return 1;
        }
    }

    private Figures measure(Path folder, Wish wish) throws IOException, SQLException {
        Path scenario = folder.resolve("scenario");
        Path data = folder.resolve("data");
        LaunchScenario.write(scenario);
        OpenLoop.Result load;
        double commits;
        long taken;
        double idle;
        try (ServedBook served = ServedBook.start(scenario, data, JVM)) {
            OpenLoop bookings = new OpenLoop(served.address(), CONNECTIONS, new Bookings());
            OpenLoop.Result warmUp = bookings.run(0, wish.rate() / 2, WARM_UP_SECONDS);
            OpenLoop.Result atRate = bookings.run(warmUp.sent(), wish.rate(), WARM_UP_SECONDS);
            long first = warmUp.sent() + atRate.sent();
            double before = metric(served, "rampline_book_commits_total");
            long acknowledgedBefore = acknowledged.cardinality();
            refused = 0;
            load = bookings.run(first, wish.rate(), wish.seconds());
            taken = acknowledged.cardinality() - acknowledgedBefore;
            commits = (metric(served, "rampline_book_commits_total") - before) / load.seconds();
            bookings.close();
            OpenLoop asking = new OpenLoop(served.address(), IDLE_CONNECTIONS, new Idle());
            asking.runClosed(0, 2);
            OpenLoop.Result answering = asking.runClosed(0, IDLE_SECONDS);
            idle = answering.answered() / answering.seconds();
            asking.close();
        }
        try (RunningServer server = EmbeddedPostgres.start(data, _ -> {});
                BookDatabase database = BookDatabase.open(server.jdbcUrl(), server.owner());
                Connection connection = database.connect()) {
            long lost = lost(connection);
            long oversold = differences(connection, network(scenario));
            return new Figures(load, taken, refused, commits, idle, lost, oversold, copyRowsPerSecond(connection));
        }
    }

    private final class Bookings implements OpenLoop.Requests {
        @Override
        public byte[] request(long number) {
            return LaunchScenario.booking(number);
        }

        @Override
        public void answered(long number, int status) {
            if (status == 200 || status == 201) {
                acknowledged.set(Math.toIntExact(number));
            } else {
                refused++;
            }
        }
    }

    /** Asks the server for something it need not think about. */
    private static final class Idle implements OpenLoop.Requests {
        private final byte[] request =
                "GET /healthz HTTP/1.1\r\nHost: rampline\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

        @Override
        public byte[] request(long number) {
            return request;
        }

        @Override
        public void answered(long number, int status) {
            if (status != 200) {
                throw new IllegalStateException("found status " + status + ", expected 200");
            }
        }
    }

    private static double metric(ServedBook served, String name) throws IOException {
        String url = "http://127.0.0.1:" + served.address().getPort() + "/metrics";
        try (var in = URI.create(url).toURL().openStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    private long lost(Connection connection) throws SQLException {
        BitSet missing = (BitSet) acknowledged.clone();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            try (ResultSet rows = statement.executeQuery("select order_id from rampline.entry where kind = 'booked'")) {
                while (rows.next()) {
                    missing.clear(Math.toIntExact(LaunchScenario.number(rows.getString(1))));
                }
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        return missing.cardinality();
    }

    private static Network network(Path scenario) {
        return switch (ScenarioFolder.read(scenario, Progress.NONE)) {
            case Reading.Sound sound -> Network.ofBook(sound.contents().scenario());
            case Reading.Flawed flawed ->
                throw new IllegalStateException(flawed.flaws().getFirst().toString());
        };
    }

    /** Every difference an audit finds counts, oversold weeks among them. */
    private static long differences(Connection connection, Network network) throws SQLException {
        AuditReport report = BookAudit.run(connection, network, List.of(), BookAudit.Progress.NONE);
        report.differences().forEach(difference -> System.err.println(difference));
        return report.differenceCount();
    }

    private static double copyRowsPerSecond(Connection connection) throws SQLException, IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table rampline.copied (like rampline.entry including all)");
        }
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        copy.copyOut("copy (select * from rampline.entry limit 500000) to stdout", rows);
        byte[] bytes = rows.toByteArray();
        long begin = System.nanoTime();
        long count = copy.copyIn("copy rampline.copied from stdin", new ByteArrayInputStream(bytes));
        return count / ((System.nanoTime() - begin) / 1e9);
    }

    private static void tell(Figures figures, Wish wish) {
        OpenLoop.Result load = figures.load();
        Histogram latencies = load.latencies();
        double perSecond = figures.acknowledged() / load.seconds();
        double p50 = latencies.getValueAtPercentile(50) / 1e6;
        double p99 = latencies.getValueAtPercentile(99) / 1e6;
        double p999 = latencies.getValueAtPercentile(99.9) / 1e6;
        if (wish.json()) {
            System.out.printf(
                    Locale.ROOT,
                    "{\"orders_per_s\":%.0f,\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"p999_ms\":%.2f,\"commits_per_s\":%.0f,"
                            + "\"acknowledged\":%d,\"lost\":%d,\"oversold\":%d,\"idle_requests_per_s\":%.0f,"
                            + "\"copy_rows_per_s\":%.0f}%n",
                    perSecond,
                    p50,
                    p99,
                    p999,
                    figures.commitsPerSecond(),
                    figures.acknowledged(),
                    figures.lost(),
                    figures.oversold(),
                    figures.idlePerSecond(),
                    figures.copyPerSecond());
            return;
        }
        System.out.printf(
                Locale.ROOT,
                """
                %,d orders acknowledged in %.1f s: %,.0f a second, of %,.0f asked; %,d refused, %d connections broke
                from the moment they were due: p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, longest %.2f ms
                %,.0f commits a second
                lost: %d; differences found by the audit: %d
                the same server without work: %,.0f requests a second; COPY of the same rows: %,.0f a second
                """,
                figures.acknowledged(),
                load.seconds(),
                perSecond,
                wish.rate(),
                figures.refused(),
                load.broken(),
                p50,
                p99,
                p999,
                latencies.getMaxValue() / 1e6,
                figures.commitsPerSecond(),
                figures.lost(),
                figures.oversold(),
                figures.idlePerSecond(),
                figures.copyPerSecond());
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
