package io.rampline.proving.world;

import io.rampline.factory.Network;
import io.rampline.orderbook.record.Batch;
import io.rampline.orderbook.record.BookRows;
import io.rampline.orderbook.record.BucketChanges;
import io.rampline.orderbook.record.EntryText;
import io.rampline.orderbook.record.Hash;
import io.rampline.orderbook.record.Head;
import io.rampline.orderbook.record.Ledger;
import io.rampline.promise.BookImage;
import io.rampline.promise.OrderTable;
import io.rampline.promise.PromiseEngine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record in memory. It keeps the rules that PostgreSQL keeps for the real one, told again in Java: the fence, no
 * gap in the positions, counters within their limits, the running balance of every part, a request id once. A batch is
 * taken as a whole or not at all. It never fails by itself; {@link FaultyLedger} does that.
 */
public final class MemoryLedger implements Ledger {
    static final String FENCED = "RL001";
    static final String CHECK = "23514";
    private static final String TWICE = "23505";

    private final Network network;
    private final long clockOffsetMicros;
    private final List<BookRows.Row> rows = new ArrayList<>();
    private final Map<String, RequestKept> requests = new LinkedHashMap<>();
    private long epoch;
    private Hash hash = Hash.START;
    private Counters counters;
    private byte @Nullable [] image;

    private record RequestKept(Batch.RequestRow row, long recordedAtMicros) {}

    /**
     * A book over a scenario, with orders that are open already.
     *
     * @param clockOffsetMicros book time less wall clock time
     */
    public MemoryLedger(Network network, OrderTable orders, long nowMicros, long clockOffsetMicros) {
        this.network = network;
        this.clockOffsetMicros = clockOffsetMicros;
        this.counters = new Counters(network);
        Batch.Writer writer = new Batch.Writer(new EntryText(network), new BucketChanges(network), 0, Hash.START);
        writer.begin(nowMicros);
        PromiseEngine engine = new PromiseEngine(network, entry -> writer.add(entry, "scenario", ""));
        engine.load(orders);
        engine.promiseAll();
        engine.writeLoaded();
        if (!writer.isEmpty()) {
            try {
                append(0, writer.take());
            } catch (SQLException impossible) {
                throw new IllegalStateException("the first entries break a rule of the record", impossible);
            }
        }
    }

    /** Entries, oldest first. */
    public List<BookRows.Row> rows() {
        return Collections.unmodifiableList(rows);
    }

    public long position() {
        return rows.size();
    }

    public Network network() {
        return network;
    }

    /** The counters as they stand. */
    Counters counters() {
        return counters;
    }

    /** Cuts the kept image short, so that it is broken; or drops it. */
    void spoilSnapshot(boolean drop) {
        byte[] kept = image;
        image = drop || kept == null ? null : Arrays.copyOf(kept, kept.length - 1);
    }

    @Override
    public Head takeOver(String holder) {
        epoch++;
        return head();
    }

    @Override
    public Head head() {
        return new Head(epoch, rows.size(), hash, clockOffsetMicros);
    }

    @Override
    public Optional<BookImage> snapshot() {
        byte[] kept = image;
        if (kept == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(BookImage.read(kept));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    @Override
    public void keep(BookImage next) {
        image = next.bytes();
    }

    @Override
    public void after(long position, BookRows.Taker taker) throws SQLException {
        for (BookRows.Row row : List.copyOf(rows.subList((int) position, rows.size()))) {
            taker.take(row);
        }
    }

    @Override
    public List<BookRows.Row> between(long first, long last) {
        return rows.stream()
                .filter(row -> row.position() >= first && row.position() <= last)
                .toList();
    }

    @Override
    public List<Batch.RequestRow> requests(long afterMicros) {
        return requests.values().stream()
                .filter(kept -> kept.recordedAtMicros() > afterMicros)
                .map(RequestKept::row)
                .toList();
    }

    @Override
    public Writing writing(long ofEpoch) {
        return new Writing() {
            @Override
            public void append(Batch batch) throws SQLException {
                MemoryLedger.this.append(ofEpoch, batch);
            }

            @Override
            public Head head() {
                return MemoryLedger.this.head();
            }

            @Override
            public void close() {}
        };
    }

    /** Takes a batch whole, or throws and takes nothing. */
    void append(long ofEpoch, Batch batch) throws SQLException {
        if (ofEpoch != epoch || batch.from() != rows.size()) {
            throw new SQLException("found another writer of the book, expected to be the only one", FENCED);
        }
        for (Batch.RequestRow request : batch.requests()) {
            if (requests.containsKey(request.id())) {
                throw new SQLException("found request " + request.id() + " a second time", TWICE);
            }
        }
        Counters next = counters.after(batch.changes());
        counters = next;
        long position = rows.size();
        for (Batch.Row row : batch.rows()) {
            rows.add(new BookRows.Row(
                    ++position,
                    row.kind(),
                    batch.recordedAtMicros(),
                    row.actor(),
                    row.reason(),
                    row.orderId(),
                    row.body(),
                    row.hash()));
            hash = row.hash();
        }
        for (Batch.RequestRow request : batch.requests()) {
            requests.put(request.id(), new RequestKept(request, batch.recordedAtMicros()));
        }
    }

    /** Uses up units past every engine, as a rogue writer would. False when the record would not have it. */
    public boolean useUp(int resource, int week, int units) {
        try {
            counters = counters.with(resource, week, units);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }
}
