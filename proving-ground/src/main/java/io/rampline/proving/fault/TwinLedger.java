package io.rampline.proving.fault;

import io.rampline.orderbook.record.Appender;
import io.rampline.orderbook.record.Batch;
import io.rampline.orderbook.record.BookRows;
import io.rampline.orderbook.record.Head;
import io.rampline.orderbook.record.Ledger;
import io.rampline.promise.BookImage;
import io.rampline.proving.world.Chance;
import io.rampline.proving.world.MemoryLedger;
import io.rampline.proving.world.Violation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record in memory and the record in PostgreSQL, side by side. Both get every batch and must say the same to it.
 * Now and then a rogue uses a bucket up in both before a batch comes, so that both have something to refuse.
 */
final class TwinLedger implements Ledger, AutoCloseable {
    private static final int ROGUE_ONE_IN = 12;

    private final MemoryLedger memory;
    private final Ledger real;
    private final Connection rogue;
    private final Chance chance;
    private final List<Writing> opened = new ArrayList<>();
    private long accepted;
    private long refused;

    TwinLedger(MemoryLedger memory, Ledger real, Connection rogue, Chance chance) {
        this.memory = memory;
        this.real = real;
        this.rogue = rogue;
        this.chance = chance;
    }

    long accepted() {
        return accepted;
    }

    long refused() {
        return refused;
    }

    @Override
    public Head takeOver(String holder) throws SQLException {
        Head inPostgres = real.takeOver(holder);
        return same(memory.takeOver(holder), inPostgres);
    }

    @Override
    public Head head() throws SQLException {
        return same(memory.head(), real.head());
    }

    private static <T> T same(T inMemory, T inPostgres) {
        if (!inMemory.equals(inPostgres)) {
            throw new Violation("found " + inMemory + " in memory, expected " + inPostgres + " as in PostgreSQL");
        }
        return inMemory;
    }

    @Override
    public Optional<BookImage> snapshot() throws SQLException {
        return memory.snapshot();
    }

    @Override
    public void keep(BookImage image) throws SQLException {
        memory.keep(image);
    }

    @Override
    public void after(long position, BookRows.Taker taker) throws SQLException {
        memory.after(position, taker);
    }

    @Override
    public List<BookRows.Row> between(long first, long last) throws SQLException {
        return same(memory.between(first, last), real.between(first, last));
    }

    @Override
    public List<Batch.RequestRow> requests(long afterMicros) throws SQLException {
        return memory.requests(afterMicros);
    }

    @Override
    public Writing writing(long epoch) throws SQLException {
        Writing inMemory = memory.writing(epoch);
        Writing inPostgres = real.writing(epoch);
        opened.add(inPostgres);
        return new Writing() {
            @Override
            public void append(Batch batch) throws SQLException {
                Optional<Taken> taken = chance.oneIn(ROGUE_ONE_IN) ? useUp() : Optional.empty();
                try {
                    both(inMemory, inPostgres, batch);
                } finally {
                    if (taken.isPresent()) {
                        giveBack(taken.get());
                    }
                }
            }

            @Override
            public Head head() throws SQLException {
                return same(inMemory.head(), inPostgres.head());
            }

            @Override
            public void close() throws SQLException {
                inPostgres.close();
            }
        };
    }

    /** Closes what engines that died have left open. */
    @Override
    public void close() throws SQLException {
        for (Writing left : opened) {
            left.close();
        }
    }

    private void both(Writing inMemory, Writing inPostgres, Batch batch) throws SQLException {
        SQLException said = tried(inPostgres, batch);
        SQLException saidInMemory = tried(inMemory, batch);
        String found = saidInMemory == null
                ? "accepted"
                : Appender.Outcome.of(saidInMemory).name();
        String expected = said == null ? "accepted" : Appender.Outcome.of(said).name();
        if (!found.equals(expected)) {
            throw new Violation("found a batch " + found + " in memory (" + saidInMemory + "), expected " + expected
                    + " as by PostgreSQL (" + said + ")");
        }
        if (said == null) {
            accepted++;
            return;
        }
        refused++;
        throw said;
    }

    private static @Nullable SQLException tried(Writing writing, Batch batch) {
        try {
            writing.append(batch);
            return null;
        } catch (SQLException refused) {
            return refused;
        }
    }

    private record Taken(int resource, int week, int units) {}

    private Optional<Taken> useUp() throws SQLException {
        Taken wish = new Taken(
                chance.from(0, memory.network().resources().size() - 1),
                chance.from(0, memory.network().horizon().weeks() - 1),
                chance.from(1, 4));
        boolean inPostgres = tryRogue(wish, 1);
        boolean inMemory = memory.useUp(wish.resource(), wish.week(), wish.units());
        if (inMemory != inPostgres) {
            throw new Violation("found " + wish + (inMemory ? " taken" : " refused")
                    + " in memory, expected the opposite as by PostgreSQL");
        }
        return inMemory ? Optional.of(wish) : Optional.empty();
    }

    private void giveBack(Taken taken) throws SQLException {
        memory.useUp(taken.resource(), taken.week(), -taken.units());
        tryRogue(taken, -1);
    }

    private boolean tryRogue(Taken taken, int sign) {
        try (PreparedStatement update = rogue.prepareStatement(
                "update rampline.bucket set promised = promised + ? where resource = ? and week = ?")) {
            update.setInt(1, sign * taken.units());
            update.setInt(2, taken.resource());
            update.setInt(3, taken.week());
            update.execute();
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }
}
