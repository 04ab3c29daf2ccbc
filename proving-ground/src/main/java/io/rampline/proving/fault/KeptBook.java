package io.rampline.proving.fault;

import io.rampline.orderbook.server.Credentials;
import io.rampline.proving.world.Violation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands in the record, read by nobody's code but this: to be held against what clients were told. */
final class KeptBook {
    private final Map<String, Long> booked = new HashMap<>();
    private final Map<String, Long> cancelled = new HashMap<>();
    private final List<String> flaws = new ArrayList<>();
    private long position;

    /** Reads on and looks for what must not be. */
    void follow(String jdbcUrl, Credentials owner) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, owner.user(), owner.password())) {
            entries(connection);
            flaws.addAll(oversold(connection));
        }
    }

    private void entries(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(
                "select position, kind, order_id from rampline.entry where position > ? order by position")) {
            read.setLong(1, position);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    if (rows.getLong(1) != ++position) {
                        flaws.add("found entry " + rows.getLong(1) + ", expected entry " + position);
                        position = rows.getLong(1);
                    }
                    note(rows.getString(2), rows.getString(3));
                }
            }
        }
    }

    private void note(String kind, String orderId) {
        Map<String, Long> kept = switch (kind) {
            case "booked" -> booked;
            case "cancelled" -> cancelled;
            default -> new HashMap<>();
        };
        Long before = kept.put(orderId, position);
        if (before != null) {
            flaws.add("found " + orderId + " " + kind + " at " + before + " and again at " + position);
        }
    }

    /** More promised than there is, by the counters and by the entries' own sums. */
    static List<String> oversold(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select r.label || ' in week ' || b.week from rampline.bucket b
                            join rampline.resource r on r.number = b.resource
                            where not b.storable and b.promised > b.capacity + b.shortage
                        union all
                        select label || ' by ' || -least from (
                            select r.label, r.shortage, min(r.opening_stock + t.running) as least from rampline.resource r
                                join (select resource, sum(capacity::bigint - promised)
                                    over (partition by resource order by week) as running from rampline.bucket) t
                                on t.resource = r.number where r.storable group by r.label, r.shortage) p
                            where least + shortage < 0
                        """)) {
            while (rows.next()) {
                found.add("found oversold: " + rows.getString(1));
            }
        }
        return found;
    }

    /** Of the last entry read. */
    long position() {
        return position;
    }

    /** Holds what clients were told against it. */
    void holdAgainst(Client.Ledger ledger) {
        compare(ledger.booked, booked, "booked");
        compare(ledger.cancelled, cancelled, "cancelled");
        ledger.wrong.forEach((request, answer) -> flaws.add("found the answer " + answer + " to " + request));
        if (!flaws.isEmpty()) {
            throw new Violation(String.join("\n", flaws.subList(0, Math.min(20, flaws.size()))));
        }
    }

    private void compare(Map<String, Long> told, Map<String, Long> kept, String what) {
        told.forEach((id, at) -> {
            if (at <= position && !at.equals(kept.get(id))) {
                flaws.add("found " + id + " acknowledged as " + what + " at " + at
                        + ", expected it there; it stands at " + kept.get(id));
            }
        });
    }

    /** An acknowledged position beyond the last entry is a lost order. */
    void nothingBeyond(Client.Ledger ledger) {
        ledger.booked.forEach((id, at) -> {
            if (at > position) {
                flaws.add("found " + id + " acknowledged at " + at + ", expected the record to reach it: it ends at "
                        + position);
            }
        });
        holdAgainst(ledger);
    }
}
