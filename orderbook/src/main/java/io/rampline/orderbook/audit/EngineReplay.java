package io.rampline.orderbook.audit;

import io.rampline.factory.Network;
import io.rampline.orderbook.audit.StoredBook.StoredSnapshot;
import io.rampline.orderbook.record.Hash;
import io.rampline.promise.Entry;
import io.rampline.promise.PromiseEngine;
import java.util.Optional;

/**
 * Feeds the entries to an engine, holds its snapshot against the one kept, and in the end its orders and buckets
 * against the fold.
 */
final class EngineReplay {
    private final Findings findings;
    private final Optional<StoredSnapshot> snapshot;
    private final PromiseEngine engine;
    private boolean broken;

    EngineReplay(Network network, Optional<StoredSnapshot> snapshot, Findings findings) {
        this.findings = findings;
        this.snapshot = snapshot;
        this.engine = new PromiseEngine(network);
        compareSnapshot();
    }

    void add(Entry entry) {
        if (broken) {
            return;
        }
        try {
            engine.replay(entry);
        } catch (RuntimeException refused) {
            breakOff("entry " + entry.position(), "found an entry that the engine cannot follow: " + refused);
        }
        compareSnapshot();
    }

    /** The engine follows no further; nothing after this place can be compared. */
    void breakOff(String place, String why) {
        if (!broken) {
            broken = true;
            findings.add(Check.REPLAY, place, why);
        }
    }

    private void compareSnapshot() {
        if (!broken && snapshot.isPresent() && snapshot.get().position() == engine.position()) {
            findings.count(Check.SNAPSHOT);
            if (!Hash.of(engine.image().hash()).equals(snapshot.get().hash())) {
                findings.add(
                        Check.SNAPSHOT,
                        "snapshot at entry " + engine.position(),
                        "found other content than the entries lead to; maybe drop it, the book starts without it");
            }
        }
    }

    /** Compares the engine with the fold; both have seen every entry. */
    void end(HistoryFold fold) {
        if (snapshot.isPresent() && snapshot.get().position() > engine.position() && !broken) {
            findings.count(Check.SNAPSHOT);
            findings.add(
                    Check.SNAPSHOT,
                    "snapshot at entry " + snapshot.get().position(),
                    "found a book that ends at entry " + engine.position() + ", expected the entry of the snapshot");
        }
        if (broken) {
            return;
        }
        for (int row = 0; row < engine.size(); row++) {
            compareOrder(row, fold);
        }
        if (engine.size() != fold.size()) {
            findings.add(Check.REPLAY, "orders", "found " + engine.size() + " in the engine, expected " + fold.size());
        }
        compareBuckets(fold.buckets());
        engine.verify().forEach(flaw -> findings.add(Check.REPLAY, "engine", flaw));
    }

    private void compareOrder(int row, HistoryFold fold) {
        findings.count(Check.REPLAY);
        String id = engine.order(row).id();
        FoldedOrder order = fold.find(id);
        String expected = order == null ? "no such order" : order.slot() + (order.open() ? ", open" : ", closed");
        String found = FoldedOrder.slot(engine.line(row), engine.buildBucket(row), engine.deliveryBucket(row))
                + (engine.isOpen(row) ? ", open" : ", closed");
        if (!found.equals(expected)) {
            findings.add(Check.REPLAY, "order " + id, "found " + found + " in the engine, expected " + expected);
        }
    }

    private void compareBuckets(FoldedBuckets buckets) {
        for (int resource = 0; resource < engine.network().resources().size(); resource++) {
            for (int week = 0; week < buckets.weeks(); week++) {
                findings.count(Check.REPLAY);
                int capacity = engine.capacity(resource, week);
                int promised = engine.promised(resource, week);
                if (capacity != buckets.capacity(resource, week) || promised != buckets.used(resource, week)) {
                    findings.add(
                            Check.REPLAY,
                            buckets.name(resource, week),
                            "found " + promised + " of " + capacity + " promised in the engine, expected "
                                    + buckets.used(resource, week) + " of " + buckets.capacity(resource, week));
                }
            }
        }
    }
}
