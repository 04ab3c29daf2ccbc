package io.rampline.proving.fault;

import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.record.Ledger;
import io.rampline.orderbook.server.RunningServer;
import io.rampline.proving.world.Chance;
import io.rampline.proving.world.MemoryLedger;
import io.rampline.proving.world.Violation;
import io.rampline.proving.world.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Worlds over the record in memory and over PostgreSQL at once: what one takes, the other takes. */
public final class TwinRun {
    private TwinRun() {}

    /** What came of it. */
    public record Count(int worlds, long batchesTaken, long batchesRefused) {}

    /**
     * Lives worlds.
     *
     * @throws Violation when the two records differ
     */
    public static Count run(RunningServer server, int worlds, long firstSeed, Consumer<String> news)
            throws SQLException {
        long taken = 0;
        long refused = 0;
        try (BookDatabase database = Books.open(server);
                Connection rogue = database.connect()) {
            for (int world = 0; world < worlds; world++) {
                long seed = firstSeed + world;
                List<TwinLedger> twins = new ArrayList<>();
                try {
                    World.live(seed, (memory, begin) -> {
                        TwinLedger twin = beside(memory, begin, database, rogue, seed);
                        twins.add(twin);
                        return twin;
                    });
                } catch (Violation violation) {
                    throw new Violation("world of seed " + seed + ": " + violation.getMessage());
                }
                twins.getFirst().close();
                taken += twins.getFirst().accepted();
                refused += twins.getFirst().refused();
                if (world % 50 == 49) {
                    news.accept((world + 1) + " of " + worlds + " worlds, " + taken + " batches taken, " + refused
                            + " refused");
                }
            }
        }
        return new Count(worlds, taken, refused);
    }

    private static TwinLedger beside(
            MemoryLedger memory, World.Beginning begin, BookDatabase database, Connection rogue, long seed) {
        try {
            Books.makeAnew(database, memory.network(), begin.orders(), begin.nowMicros(), begin.clockOffsetMicros());
            Ledger real = database.ledger();
            return new TwinLedger(memory, real, rogue, new Chance(-seed));
        } catch (SQLException failed) {
            throw new IllegalStateException("could not make the book in PostgreSQL", failed);
        }
    }
}
