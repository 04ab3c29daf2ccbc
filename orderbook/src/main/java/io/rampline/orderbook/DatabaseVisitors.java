package io.rampline.orderbook;

import io.rampline.orderbook.record.Appender;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The visitors in a database, for whoever has its book. */
final class DatabaseVisitors implements Visitors {
    private static final int ROWS_AT_ONCE = 10_000;

    private final BookDatabase database;
    private final long epoch;

    DatabaseVisitors(BookDatabase database, long epoch) {
        this.database = database;
        this.epoch = epoch;
    }

    @Override
    public List<Visitor> of(String room) {
        List<Visitor> visitors = new ArrayList<>();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement read = connection.prepareStatement("select number, name, entered_at_us, is_early"
                    + " from rampline.waiting where room = ? order by number")) {
                read.setFetchSize(ROWS_AT_ONCE);
                read.setString(1, room);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        visitors.add(new Visitor(row.getLong(1), row.getString(2), row.getLong(3), row.getBoolean(4)));
                    }
                }
            }
            return visitors;
        } catch (SQLException failed) {
            throw new BookUnavailable("could not read who waits: " + failed.getMessage());
        }
    }

    @Override
    public void write(String room, List<Visitor> visitors) {
        try (Connection connection = database.connect();
                PreparedStatement write = connection.prepareStatement("select rampline.enter_room(?,?,?,?,?,?)")) {
            write.setLong(1, epoch);
            write.setString(2, room);
            array(write, 3, "int8", visitors.stream().map(Visitor::number).toArray());
            array(write, 4, "text", visitors.stream().map(Visitor::name).toArray());
            array(
                    write,
                    5,
                    "int8",
                    visitors.stream().map(Visitor::enteredAtMicros).toArray());
            array(write, 6, "bool", visitors.stream().map(Visitor::isEarly).toArray());
            write.execute();
        } catch (SQLException failed) {
            switch (Appender.Outcome.of(failed)) {
                case FENCED, REFUSED ->
                    throw new IllegalStateException("could not write who came: " + failed.getMessage(), failed);
                case NOT_NOW, UNKNOWN -> throw new BookUnavailable("could not write who came: " + failed.getMessage());
            }
        }
    }

    private static void array(PreparedStatement statement, int parameter, String type, Object[] values)
            throws SQLException {
        statement.setArray(parameter, statement.getConnection().createArrayOf(type, values));
    }
}
