package io.rampline.proving.world;

import io.rampline.orderbook.record.Batch;
import io.rampline.orderbook.record.BookRows;
import io.rampline.orderbook.record.Head;
import io.rampline.orderbook.record.Ledger;
import io.rampline.promise.BookImage;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A record behind a connection that breaks, on a machine that dies. Before every call it asks which fault is due.
 *
 * <p>A batch whose connection breaks while the server works on it is <i>under way</i>: nobody sees it yet, and it
 * becomes part of the record, or is given up, when the next one wants to write or take the book over, because that one
 * waits for the row that says who writes. So it is with PostgreSQL.
 */
public final class FaultyLedger implements Ledger {
    static final String LOST = "08006";
    static final String DISK_FULL = "53100";
    static final String STARTING = "57P03";

    private final Ledger record;
    private final Function<Moment, Fault> faults;
    private @Nullable UnderWay underWay;

    /** A call that may go wrong. */
    public enum Moment {
        TAKE_OVER,
        READ,
        CONNECT,
        APPEND,
        KEEP_SNAPSHOT
    }

    /** What goes wrong. */
    public enum Fault {
        NONE,
        /** The connection breaks and nothing was done. */
        LOST_BEFORE,
        /** It was done, and then the connection breaks. */
        LOST_AFTER,
        /** The connection breaks; the server goes on, and ends well. */
        LOST_WHILE_IT_SUCCEEDS,
        /** The connection breaks; the server goes on, and gives up. */
        LOST_WHILE_IT_FAILS,
        /** The server says that it has no room, or is not up yet. */
        NOT_NOW,
        /** The process dies before the call. */
        CRASH_BEFORE,
        /** The process dies after it. */
        CRASH_AFTER
    }

    /** The end of the process, as far as it can be had without ending this one. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1;

        Crash() {
            super("the process dies here", null, false, false);
        }
    }

    private record UnderWay(Writing writing, Batch batch, boolean succeeds) {}

    private interface Call<T> {
        T run() throws SQLException;
    }

    public FaultyLedger(Ledger record, Function<Moment, Fault> faults) {
        this.record = record;
        this.faults = faults;
    }

    /** Ends what is under way, as waiting for it would. */
    public void settle() {
        UnderWay left = underWay;
        underWay = null;
        if (left != null && left.succeeds()) {
            try {
                left.writing().append(left.batch());
            } catch (SQLException refused) {
                // A batch that the record refuses ends like one that is given up.
            }
        }
    }

    @Override
    public Head takeOver(String holder) throws SQLException {
        return call(Moment.TAKE_OVER, () -> {
            settle();
            return record.takeOver(holder);
        });
    }

    @Override
    public Head head() throws SQLException {
        return call(Moment.READ, record::head);
    }

    @Override
    public Optional<BookImage> snapshot() throws SQLException {
        return call(Moment.READ, record::snapshot);
    }

    @Override
    public void keep(BookImage image) throws SQLException {
        call(Moment.KEEP_SNAPSHOT, () -> {
            record.keep(image);
            return true;
        });
    }

    @Override
    public void after(long position, BookRows.Taker taker) throws SQLException {
        call(Moment.READ, () -> {
            record.after(position, taker);
            return true;
        });
    }

    @Override
    public List<BookRows.Row> between(long first, long last) throws SQLException {
        return call(Moment.READ, () -> record.between(first, last));
    }

    @Override
    public List<Batch.RequestRow> requests(long afterMicros) throws SQLException {
        return call(Moment.READ, () -> record.requests(afterMicros));
    }

    @Override
    public Writing writing(long epoch) throws SQLException {
        Writing writing = call(Moment.CONNECT, () -> record.writing(epoch));
        return new Line(writing);
    }

    private <T> T call(Moment moment, Call<T> call) throws SQLException {
        Fault fault = faults.apply(moment);
        return switch (fault) {
            case NONE -> call.run();
            case NOT_NOW -> throw new SQLException("found no room on the disk", DISK_FULL);
            case CRASH_BEFORE -> throw new Crash();
            case CRASH_AFTER -> {
                call.run();
                throw new Crash();
            }
            case LOST_AFTER -> {
                call.run();
                throw new SQLException("the connection broke after the call", LOST);
            }
            case LOST_BEFORE, LOST_WHILE_IT_FAILS, LOST_WHILE_IT_SUCCEEDS ->
                throw new SQLException("the connection broke before the call", STARTING);
        };
    }

    /** A connection to write through; once broken it stays so. */
    private final class Line implements Writing {
        private final Writing writing;
        private boolean broken;

        Line(Writing writing) {
            this.writing = writing;
        }

        @Override
        public void append(Batch batch) throws SQLException {
            if (broken) {
                throw new SQLException("this connection is closed", "08003");
            }
            settle();
            Fault fault = faults.apply(Moment.APPEND);
            broken = fault != Fault.NONE && fault != Fault.NOT_NOW;
            switch (fault) {
                case NONE -> writing.append(batch);
                case NOT_NOW -> throw new SQLException("found no room on the disk", DISK_FULL);
                case CRASH_BEFORE -> throw new Crash();
                case CRASH_AFTER -> {
                    writing.append(batch);
                    throw new Crash();
                }
                case LOST_BEFORE -> throw new SQLException("the connection broke before the call", LOST);
                case LOST_AFTER -> {
                    writing.append(batch);
                    throw new SQLException("the connection broke after the commit", LOST);
                }
                case LOST_WHILE_IT_SUCCEEDS, LOST_WHILE_IT_FAILS -> {
                    underWay = new UnderWay(writing, batch, fault == Fault.LOST_WHILE_IT_SUCCEEDS);
                    throw new SQLException("the connection broke during the commit", LOST);
                }
            }
        }

        @Override
        public Head head() throws SQLException {
            if (broken) {
                throw new SQLException("this connection is closed", "08003");
            }
            return call(Moment.READ, writing::head);
        }

        @Override
        public void close() {
            broken = true;
        }
    }
}
