package io.rampline.orderbook.record;

import io.rampline.factory.Network;
import io.rampline.factory.Resource;
import io.rampline.promise.Entry;
import io.rampline.promise.OrderTable;
import io.rampline.promise.PromiseEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Makes a book out of a scenario: everything in one transaction, so that a book is either there as a whole or not at
 * all. The orders that are open then are promised at once and become the first entries.
 */
public final class FirstEntries {
    private static final String ACTOR = "scenario";

    private final Network network;
    private final EntryText text;
    private final HashChain chain = HashChain.start();
    private final BucketChanges changes;
    private final long recordedAtMicros;
    private final StringBuilder line = new StringBuilder(1024);

    private FirstEntries(Network network, long recordedAtMicros) {
        this.network = network;
        this.text = new EntryText(network);
        this.changes = new BucketChanges(network);
        this.recordedAtMicros = recordedAtMicros;
    }

    /**
     * Makes the book.
     *
     * @param connection of the owner
     * @param files the scenario folder without its orders, by path
     * @param orders those open
     * @param notices what the house has said so far; the files are told besides
     * @param recordedAtMicros wall clock time
     * @param clockOffsetMicros see {@link Head}
     * @return the engine that holds it
     */
    public static PromiseEngine write(
            Connection connection,
            Network network,
            SortedMap<String, byte[]> files,
            OrderTable orders,
            List<Notice.Draft> notices,
            long recordedAtMicros,
            long clockOffsetMicros)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            FirstEntries book = new FirstEntries(network, recordedAtMicros);
            book.head(connection, clockOffsetMicros);
            book.files(connection, files);
            book.notices(connection, files, notices);
            PromiseEngine engine = book.entries(connection, orders);
            book.resources(connection);
            book.buckets(connection);
            connection.commit();
            return engine;
        } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void head(Connection connection, long clockOffsetMicros) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into rampline.head (epoch, holder, position, hash, clock_offset_us, notice_position, notice_hash)"
                        + " values (0, ?, 0, ?, ?, 0, ?)")) {
            insert.setString(1, ACTOR);
            insert.setBytes(2, chain.last().bytes());
            insert.setLong(3, clockOffsetMicros);
            insert.setBytes(4, Hash.START.bytes());
            insert.execute();
        }
    }

    private void files(Connection connection, SortedMap<String, byte[]> files) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into rampline.scenario_file (path, content) values (?, ?)")) {
            for (var file : files.entrySet()) {
                insert.setString(1, file.getKey());
                insert.setBytes(2, file.getValue());
                insert.execute();
            }
        }
    }

    private void notices(Connection connection, SortedMap<String, byte[]> files, List<Notice.Draft> notices)
            throws SQLException {
        List<Notice.Draft> all = new ArrayList<>();
        files.forEach((path, content) -> all.add(Notice.Draft.ofFile(path, content)));
        all.addAll(notices);
        NoticeRows.append(connection, 0, recordedAtMicros, ACTOR, "", all);
    }

    private PromiseEngine entries(Connection connection, OrderTable orders) throws SQLException {
        try (PGCopyOutputStream copy = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class),
                "copy rampline.entry (position, kind, recorded_at_us, actor, reason, order_id, body, hash) from stdin",
                1 << 16)) {
            PromiseEngine engine = new PromiseEngine(network, entry -> write(entry, copy));
            engine.load(orders);
            engine.promiseAll();
            engine.writeLoaded();
            copy.endCopy();
            try (PreparedStatement update =
                    connection.prepareStatement("update rampline.head set position = ?, hash = ?")) {
                update.setLong(1, engine.position());
                update.setBytes(2, chain.last().bytes());
                update.execute();
            }
            return engine;
        } catch (IOException | UncheckedIOException broken) {
            throw new SQLException("could not write the first entries: " + broken.getMessage(), broken);
        }
    }

    private void write(Entry entry, PGCopyOutputStream copy) {
        String kind = EntryText.kind(entry);
        String orderId = entry.orderId();
        String body = text.body(entry);
        Hash hash = chain.next(entry.position(), recordedAtMicros, kind, ACTOR, "", orderId, body);
        changes.add(entry);
        line.setLength(0);
        line.append(entry.position()).append('\t').append(kind).append('\t').append(recordedAtMicros);
        line.append('\t').append(ACTOR).append("\t\t");
        escaped(orderId);
        line.append('\t');
        escaped(body);
        line.append("\t\\\\x").append(hash).append('\n');
        try {
            copy.write(line.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void escaped(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
    }

    private void resources(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into rampline.resource (number, label, storable, opening_stock) values (?, ?, ?, ?)")) {
            for (int number = 0; number < network.resources().size(); number++) {
                Resource resource = network.resources().get(number);
                insert.setInt(1, number);
                insert.setString(2, resource.label());
                insert.setBoolean(3, resource.kind().storable());
                insert.setInt(4, resource.openingStock());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void buckets(Connection connection) throws SQLException {
        int weeks = network.horizon().weeks();
        int span = BucketChanges.MARGIN + weeks + BucketChanges.MARGIN;
        int[] promised = new int[network.resources().size() * span];
        BucketChanges.Net net = changes.take();
        for (int i = 0; i < net.resources.length; i++) {
            promised[net.resources[i] * span + BucketChanges.MARGIN + net.weeks[i]] = net.units[i];
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into rampline.bucket (resource, week, storable, capacity, promised)"
                        + " select * from unnest(?::int[], ?::int[], ?::bool[], ?::int[], ?::int[])")) {
            for (int number = 0; number < network.resources().size(); number++) {
                Resource resource = network.resources().get(number);
                boolean storable = resource.kind().storable();
                int first = storable ? -BucketChanges.MARGIN : 0;
                int count = storable ? span : weeks;
                Object[][] columns = new Object[5][count];
                for (int i = 0; i < count; i++) {
                    int week = first + i;
                    columns[0][i] = number;
                    columns[1][i] = week;
                    columns[2][i] = storable;
                    columns[3][i] = week >= 0 && week < weeks ? resource.units().get(week) : 0;
                    columns[4][i] = promised[number * span + BucketChanges.MARGIN + week];
                }
                for (int column = 0; column < columns.length; column++) {
                    insert.setArray(
                            column + 1, connection.createArrayOf(column == 2 ? "bool" : "int4", columns[column]));
                }
                insert.execute();
            }
        }
    }
}
