package io.rampline.orderbook;

import io.rampline.orderbook.record.Ledger;
import io.rampline.promise.BookImage;
import io.rampline.promise.PromiseEngine;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes the state down now and then, so that the next start repeats few entries. Without it nothing is lost. */
final class SnapshotKeeper {
    private final Ledger ledger;
    private final BookSettings settings;
    private final Surroundings surroundings;
    private final Standing standing;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private long keptAt;

    SnapshotKeeper(
            Ledger ledger, BookSettings settings, Surroundings surroundings, Standing standing, long lastPosition) {
        this.ledger = ledger;
        this.settings = settings;
        this.surroundings = surroundings;
        this.standing = standing;
        this.keptAt = lastPosition;
    }

    /** Beside everything else, when there are enough new entries and the one before is written. */
    void whenDue(PromiseEngine engine) {
        if (engine.position() - keptAt < settings.snapshotEvery() || !underWay.compareAndSet(false, true)) {
            return;
        }
        keptAt = engine.position();
        BookImage image = engine.image();
        surroundings.aside(() -> {
            try {
                ledger.keepGently(image);
            } catch (SQLException failed) {
                standing.missedSnapshot(String.valueOf(failed.getMessage()));
            } finally {
                underWay.set(false);
            }
        });
    }

    /** At the end, when anything has happened. */
    void atEnd(Recovery recovery) {
        if (recovery.engine().position() == keptAt && recovery.repeated() == 0) {
            return;
        }
        try {
            ledger.keep(recovery.engine().image());
        } catch (SQLException failed) {
            standing.missedSnapshot(String.valueOf(failed.getMessage()));
        }
    }
}
