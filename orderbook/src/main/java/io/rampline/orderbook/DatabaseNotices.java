package io.rampline.orderbook;

import io.rampline.orderbook.record.Appender;
import io.rampline.orderbook.record.Notice;
import io.rampline.orderbook.record.NoticeRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The notices of a database, for whoever has its book. */
final class DatabaseNotices implements NoticeBoard {
    private final BookDatabase database;
    private final long epoch;

    DatabaseNotices(BookDatabase database, long epoch) {
        this.database = database;
        this.epoch = epoch;
    }

    @Override
    public List<Notice> all() {
        try (Connection connection = database.reader()) {
            return NoticeRows.all(connection);
        } catch (SQLException failed) {
            throw new BookUnavailable("could not read the notices: " + failed.getMessage());
        }
    }

    /** One at a time, or two would follow the same one before them. */
    @Override
    public synchronized void post(String actor, String reason, List<Notice.Draft> drafts) {
        try (Connection connection = database.connect()) {
            NoticeRows.append(connection, epoch, BookDatabase.nowMicros(), actor, reason, drafts);
        } catch (SQLException failed) {
            throw new BookUnavailable(
                    switch (Appender.Outcome.of(failed)) {
                        case FENCED -> "the book is in the hands of another engine; nothing was said";
                        case REFUSED, NOT_NOW -> "could not write the notice: " + failed.getMessage();
                        case UNKNOWN -> "the connection broke, so the notice may stand or not: " + failed.getMessage();
                    });
        }
    }
}
