package io.rampline.proving.fault;

import io.rampline.factory.Network;
import io.rampline.orderbook.record.BookRows;
import io.rampline.orderbook.record.EntryText;
import io.rampline.orderbook.record.Snapshots;
import io.rampline.orderbook.server.Credentials;
import io.rampline.promise.BookImage;
import io.rampline.promise.PromiseEngine;
import io.rampline.proving.served.Exchange;
import io.rampline.proving.world.Violation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state that the record says, by repeating it from its first entry on, held against the state that an application
 * serves, and against the one it writes down when it ends.
 */
final class ServedState {
    private static final Pattern BUCKET =
            Pattern.compile("\"capacity\":(\\d+|null),\"promised\":(\\d+),\"free\":(-?\\d+|null)");

    private final EntryText text;
    private final PromiseEngine engine;
    private final ArrayDeque<BookRows.Row> ahead = new ArrayDeque<>();
    private long read;

    ServedState(Network network) {
        this.text = new EntryText(network);
        this.engine = new PromiseEngine(network, _ -> {});
    }

    /**
     * Asks an application for every bucket.
     *
     * @throws Violation when one differs from what the record says at the position the answer names
     */
    void mustBeServed(int port, String jdbcUrl, Credentials owner) throws IOException, SQLException {
        Exchange.Answer answer = Exchange.ask(port, Exchange.reading("/api/v1/buckets"));
        if (answer.isNotNow()) {
            throw new IOException("the book is not up yet");
        }
        long position = answer.position().orElseThrow(() -> new Violation("found " + answer + ", expected buckets"));
        try (Connection connection = DriverManager.getConnection(jdbcUrl, owner.user(), owner.password())) {
            repeatUpTo(position, connection);
        }
        int weeks = engine.network().horizon().weeks();
        int count = 0;
        Matcher served = BUCKET.matcher(answer.body());
        while (served.find()) {
            int resource = count / weeks;
            int week = count % weeks;
            String found = served.group(2);
            String expected = Integer.toString(engine.promised(resource, week));
            if (!found.equals(expected)) {
                throw new Violation("found " + found + " promised of resource " + resource + " in week " + week
                        + " at entry " + position + ", expected " + expected + " as the record says");
            }
            count++;
        }
        if (count != weeks * engine.network().resources().size()) {
            throw new Violation("found " + count + " buckets served, expected every week of every resource");
        }
    }

    /** Holds the state that an application wrote down at its end against the record, by hash. */
    void mustBeWrittenDown(Connection connection) throws SQLException {
        BookImage image = Snapshots.latest(connection)
                .orElseThrow(() -> new Violation("found no state written down by an application that ended"));
        repeatUpTo(image.position(), connection);
        if (!ahead.isEmpty()) {
            throw new Violation("found the state of entry " + image.position()
                    + " written down at the end, expected that of entry " + read);
        }
        if (!Arrays.equals(image.hash(), engine.image().hash())) {
            throw new Violation("found another hash of the state than the record has at entry " + image.position());
        }
    }

    private void repeatUpTo(long position, Connection connection) throws SQLException {
        BookRows.after(connection, read, row -> {
            ahead.add(row);
            read = row.position();
        });
        while (!ahead.isEmpty() && ahead.peek().position() <= position) {
            engine.replay(ahead.remove().entry(text));
        }
        if (engine.position() != position) {
            throw new Violation("found a state of entry " + position + " with a record of " + engine.position());
        }
    }
}
