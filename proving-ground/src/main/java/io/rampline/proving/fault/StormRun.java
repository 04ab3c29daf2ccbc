package io.rampline.proving.fault;

import io.rampline.factory.Network;
import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.BookSettings;
import io.rampline.orderbook.DurableBook;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.server.RunningServer;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.Promise;
import io.rampline.proving.world.Violation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Many clients want the last slots of the same weeks at the same moment, while two rogues write past the engine: one
 * appends with an old epoch, one counts up buckets as their owner. After every storm the database is asked whether
 * anything is beyond its limit.
 */
public final class StormRun {
    private static final int UNITS_A_WEEK = 3;
    private static final int WANT_EACH = 6;
    private static final int FIRST_WEEK = 3;
    private static final int WEEKS_AT_ONCE = 40;
    private static final int WEEKS = 80;
    /** Storms with rogues among them. */
    private static final int ROGUES_ONE_IN = 5;

    private final DurableBook book;
    private final Connection rogue;
    private final Random random;
    private final List<String> holders = new ArrayList<>();
    private int serial;
    private long booked;
    private long rogueRefused;
    private long rogueTaken;

    private StormRun(DurableBook book, Connection rogue, long seed) {
        this.book = book;
        this.rogue = rogue;
        this.random = new Random(seed);
    }

    /** What came of it: a race is one week's last slots. */
    public record Count(int races, long booked, long rogueWritesRefused, long rogueWritesTaken) {}

    /**
     * Storms and looks.
     *
     * @throws Violation when something was promised beyond its limit
     */
    public static Count run(RunningServer server, int races, long seed, Consumer<String> news) throws SQLException {
        Network network = PlainFactory.network(UNITS_A_WEEK);
        try (BookDatabase database = Books.open(server)) {
            Books.makeAnew(database, network);
            BookSettings settings = new BookSettings(20_000, 4_000, Duration.ofSeconds(3), 4_000, "storm", () -> {});
            try (DurableBook book = DurableBook.open(database, network, settings);
                    Connection rogue = database.connect()) {
                StormRun run = new StormRun(book, rogue, seed);
                for (int race = 0; race < races; race += WEEKS_AT_ONCE) {
                    int storm = race / WEEKS_AT_ONCE;
                    run.storm(FIRST_WEEK + storm * 7 % (WEEKS - WEEKS_AT_ONCE), storm % ROGUES_ONE_IN == 0);
                    if (race % (100 * WEEKS_AT_ONCE) == 0) {
                        news.accept(race + " of " + races + " races, " + run.booked + " booked");
                    }
                }
                return new Count(races, run.booked, run.rogueRefused, run.rogueTaken);
            }
        }
    }

    private void storm(int firstWeek, boolean withRogues) throws SQLException {
        List<CompletableFuture<Outcome>> asked = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (String holder : holders) {
            asked.add(book.submit(Request.of("client", new Command.Cancel(holder))));
        }
        holders.clear();
        int taken = -1;
        if (withRogues) {
            asked.forEach(CompletableFuture::join);
            oldEpoch();
            onePartTooMany();
            taken = countUp(firstWeek);
        }
        for (int want = 0; want < WANT_EACH; want++) {
            for (int week = 0; week < WEEKS_AT_ONCE; week++) {
                String id = "s" + serial++;
                ids.add(id);
                asked.add(
                        book.submit(Request.of("client", new Command.Book(PlainFactory.order(id, firstWeek + week)))));
            }
        }
        if (withRogues && taken < 0) {
            taken = countUp(firstWeek + random.nextInt(WEEKS_AT_ONCE));
        }
        int first = asked.size() - ids.size();
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).join() instanceof Outcome.Answered(Answer.Booked was, boolean _)) {
                holders.add(ids.get(i - first));
                booked += was.promise() instanceof Promise.Dated ? 1 : 0;
            }
        }
        look();
        if (taken >= 0) {
            giveBack(taken);
        }
    }

    private void look() throws SQLException {
        Violation.unlessNone(KeptBook.oversold(rogue));
    }

    /** A writer that was replaced, or never was one. */
    private void oldEpoch() throws SQLException {
        try (Statement statement = rogue.createStatement()) {
            statement.execute(
                    "select rampline.append_batch(epoch - 1, position, hash, 0, array['booked'], array['rogue'],"
                            + " array[''], array['rogue'], array['{}'], array[hash], array[0], array[" + FIRST_WEEK
                            + "], array[1], array[null::int], array[null::int], array[]::int[], array[]::bigint[], array[]::text[],"
                            + " array[]::bytea[], array[]::bigint[], array[]::bigint[], array[]::int[]) from rampline.head");
            throw new Violation("found a batch of an old epoch in the record");
        } catch (SQLException refused) {
            rogueRefused++;
        }
    }

    /** Needs all that is left of the part over all weeks, and one more. */
    private void onePartTooMany() throws SQLException {
        try (Statement statement = rogue.createStatement()) {
            statement.execute("""
                    update rampline.bucket b set promised = b.promised + (1 + t.unused)::int from (
                        select r.number, max(c.week) as week, r.opening_stock + sum(c.capacity::bigint - c.promised) as unused
                            from rampline.resource r join rampline.bucket c on c.resource = r.number
                            where r.storable group by r.number) t
                        where b.resource = t.number and b.week = t.week
                    """);
            throw new Violation("found one part more promised than arrives");
        } catch (SQLException refused) {
            rogueRefused++;
        }
    }

    /** Takes what is left of a week's line, and one more if the database lets it; -1 when it took nothing. */
    private int countUp(int week) throws SQLException {
        try (Statement statement = rogue.createStatement()) {
            try {
                statement.execute(
                        "update rampline.bucket set promised = capacity + shortage + 1 where resource = 0 and week = "
                                + week);
                throw new Violation("found one more promised than there is in week " + week);
            } catch (SQLException refused) {
                rogueRefused++;
            }
            int taken = statement.executeUpdate("update rampline.bucket set promised = promised + 1 where resource = 0"
                    + " and promised < capacity and week = " + week);
            rogueTaken += taken;
            return taken == 1 ? week : -1;
        }
    }

    private void giveBack(int week) throws SQLException {
        try (Statement statement = rogue.createStatement()) {
            statement.execute(
                    "update rampline.bucket set promised = promised - 1 where resource = 0 and week = " + week);
        }
    }
}
