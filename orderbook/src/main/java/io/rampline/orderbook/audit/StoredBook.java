package io.rampline.orderbook.audit;

import io.rampline.orderbook.record.Hash;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The rows that an audit reads, all of one moment. */
interface StoredBook {
    /** The head; empty when there is none or more than one. */
    Optional<StoredHead> head() throws SQLException;

    /** Every entry, in ascending order of positions. */
    void entries(Taker taker) throws SQLException;

    List<StoredResource> resources() throws SQLException;

    List<StoredBucket> buckets() throws SQLException;

    List<StoredRequest> requests() throws SQLException;

    /** The latest snapshot; empty when there is none. */
    Optional<StoredSnapshot> snapshot() throws SQLException;

    /** Every notice, in ascending order of positions. */
    List<StoredNotice> notices() throws SQLException;

    /** The last notice by the head; position 0 for none, empty when there is no head. */
    Optional<StoredHead> noticeHead() throws SQLException;

    /** The scenario files as they are now, by path. */
    List<StoredFile> files() throws SQLException;

    record StoredHead(long position, Hash hash) {}

    record StoredNotice(
            long position,
            String kind,
            long recordedAtMicros,
            String actor,
            String reason,
            String subject,
            String body,
            Hash hash) {
        String place() {
            return "notice " + position;
        }
    }

    record StoredFile(String path, long bytes, Hash hash) {}

    record StoredResource(int number, String label, boolean storable, int openingStock, long shortage) {}

    record StoredBucket(int resource, int week, boolean storable, int capacity, int promised, int shortage) {}

    record StoredRequest(String id, long firstPosition, long lastPosition) {}

    /** A snapshot by the hash of its bytes, which is worked out when they are read. */
    record StoredSnapshot(long position, Hash hash) {}

    /** Takes entries one by one. */
    interface Taker {
        void take(StoredEntry entry) throws SQLException;
    }
}
