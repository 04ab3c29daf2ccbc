package io.rampline.orderbook;

import io.rampline.orderbook.record.Appender;
import io.rampline.orderbook.record.Batch;
import io.rampline.orderbook.record.BookRows;
import io.rampline.orderbook.record.Head;
import io.rampline.orderbook.record.Ledger;
import io.rampline.orderbook.record.Snapshots;
import io.rampline.promise.BookImage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The record in PostgreSQL. Whatever writes or decides who writes has a connection of its own. */
final class DatabaseLedger implements Ledger {
    private final BookDatabase database;

    DatabaseLedger(BookDatabase database) {
        this.database = database;
    }

    @Override
    public Head takeOver(String holder) throws SQLException {
        try (Connection connection = database.connect()) {
            return Appender.takeOver(connection, holder);
        }
    }

    @Override
    public Head head() throws SQLException {
        try (Connection connection = database.connect()) {
            return Appender.head(connection);
        }
    }

    @Override
    public Optional<BookImage> snapshot() throws SQLException {
        try (Connection connection = database.connect()) {
            return Snapshots.latest(connection);
        }
    }

    @Override
    public void keep(BookImage image) throws SQLException {
        try (Connection connection = database.connect()) {
            Snapshots.write(connection, image);
        }
    }

    @Override
    public void keepGently(BookImage image) throws SQLException {
        try (Connection connection = database.connect()) {
            Snapshots.writeGently(connection, image);
        }
    }

    @Override
    public void after(long position, BookRows.Taker taker) throws SQLException {
        try (Connection connection = database.connect()) {
            BookRows.after(connection, position, taker);
        }
    }

    @Override
    public List<BookRows.Row> between(long first, long last) throws SQLException {
        try (Connection connection = database.reader()) {
            return BookRows.between(connection, first, last);
        }
    }

    @Override
    public List<Batch.RequestRow> requests(long afterMicros) throws SQLException {
        try (Connection connection = database.connect()) {
            return BookRows.requests(connection, afterMicros);
        }
    }

    @Override
    public Writing writing(long epoch) throws SQLException {
        return Appender.of(database.connect(), epoch);
    }
}
