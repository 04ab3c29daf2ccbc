package io.rampline.proving.world;

import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Need;
import io.rampline.factory.Network;
import io.rampline.factory.Route;
import io.rampline.orderbook.record.BookRows;
import io.rampline.orderbook.record.EntryText;
import io.rampline.orderbook.record.Hash;
import io.rampline.orderbook.record.HashChain;
import io.rampline.promise.PromiseEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The record read from its first entry on, as it grows: what the state, the hash and every counter must be. */
final class PlainReplay {
    private final Network network;
    private final EntryText text;
    private final PromiseEngine engine;
    private HashChain chain = HashChain.start();
    private @Nullable Counters checked;
    private byte @Nullable [] state;

    PlainReplay(Network network) {
        this.network = network;
        this.text = new EntryText(network);
        this.engine = new PromiseEngine(network);
    }

    /** Reads on; what is wrong with the record, one sentence each. */
    List<String> follow(MemoryLedger record) {
        if (engine.position() == record.position() && record.counters().equals(checked)) {
            return List.of();
        }
        checked = record.counters();
        state = null;
        List<String> flaws = new ArrayList<>();
        List<BookRows.Row> rows = record.rows();
        for (BookRows.Row row : rows.subList((int) engine.position(), rows.size())) {
            engine.replay(row.entry(text));
            Hash hash = chain.next(
                    row.position(),
                    row.recordedAtMicros(),
                    row.kind(),
                    row.actor(),
                    row.reason(),
                    row.orderId(),
                    row.body());
            if (!hash.equals(row.hash())) {
                flaws.add("found another hash at entry " + row.position() + " than its content has");
                chain = HashChain.after(row.hash());
            }
        }
        flaws.addAll(engine.verify());
        flaws.addAll(record.counters().differencesFrom(counters()));
        return flaws;
    }

    /** Holds that should have ended by a moment of book time. */
    List<String> overdue(long bookNowMicros) {
        return engine.nextHoldExpiryMicros() > bookNowMicros
                ? List.of()
                : List.of("found a hold that ends at " + engine.nextHoldExpiryMicros() + " at " + bookNowMicros);
    }

    /** Whether an image is of the state that the record says. */
    boolean isStateOf(byte[] image) {
        byte[] expected = state == null ? engine.image().bytes() : state;
        state = expected;
        return Arrays.equals(expected, image);
    }

    /** The counters summed up from the orders, each by the route that it is built on. */
    private Counters counters() {
        Counters.Sum sum = new Counters.Sum(network);
        for (int resource = 0; resource < network.resources().size(); resource++) {
            for (int week = 0; week < network.horizon().weeks(); week++) {
                sum.capacity(resource, week, engine.capacity(resource, week));
            }
        }
        for (int row = 0; row < engine.size(); row++) {
            int build = engine.buildBucket(row);
            if (build >= 0) {
                for (Need need : route(row).needs()) {
                    sum.use(need.resource(), build + need.offsetWeeks(), need.quantity());
                }
            }
        }
        engine.openShortages().forEach(open -> sum.shortage(open.resource(), open.bucket(), open.units()));
        return sum.counters();
    }

    private Route route(int row) {
        Buildable plan = (Buildable) network.plan(engine.order(row).configuration());
        return plan.routes().stream()
                .filter(route -> route.line().equals(engine.line(row)))
                .findFirst()
                .orElseThrow();
    }
}
