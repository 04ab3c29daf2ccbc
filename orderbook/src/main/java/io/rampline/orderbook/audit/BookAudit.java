package io.rampline.orderbook.audit;

import io.rampline.factory.Network;
import io.rampline.orderbook.audit.ReadAhead.Understood;
import io.rampline.orderbook.audit.StoredBook.StoredHead;
import io.rampline.orderbook.audit.StoredBook.StoredRequest;
import io.rampline.orderbook.record.EntryText;
import io.rampline.promise.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Reads a book from its first entry to its last and works everything out again: the hash chain, the life of every
 * order, every bucket, the counters of the database, the engine's own replay.
 *
 * <p><b>What it can find.</b> Any change of an entry, any entry taken out, put in or moved, any counter that is not the
 * sum of the entries, any week promised beyond its limit without a cut on record; any change of a notice, of a scenario
 * file or of what was first promised in public. <b>What it cannot</b>: whoever may write to the whole database can cut
 * off the end of the record and set the head back, or write all hashes anew. Against that, keep the line
 * "position:hash" of an audit outside the database and give it to the next one as an {@link Anchor}.
 *
 * <p>The sums are worked out from {@link Network#plan}, with no code of the engine's buckets or of what writes the
 * counters. O(entries), on two threads; for a million orders some 500 MB of memory.
 */
public final class BookAudit {
    private static final int ENTRIES_BETWEEN_NEWS = 10_000;

    private final Network network;
    private final Findings findings = new Findings();
    private final ChainCheck chain;
    private final HistoryFold fold;
    private final NoticeCheck notices;

    private BookAudit(Network network, List<Anchor> anchors) {
        this.network = network;
        this.chain = new ChainCheck(findings, of(Anchor.Of.ENTRIES, anchors));
        this.notices = new NoticeCheck(findings, of(Anchor.Of.NOTICES, anchors));
        this.fold = new HistoryFold(network, findings);
    }

    /** Is told how far an audit is, from time to time. */
    public interface Progress {
        Progress NONE = (_, _) -> {};

        /**
         * Takes news.
         *
         * @param done entries read
         * @param all entries there are by the head
         */
        void report(long done, long all);
    }

    /**
     * Audits the book of a database as it is at one moment; writers may go on.
     *
     * @param connection that may read all tables of the book; used in a transaction of its own, or inside the one that
     *     it is in, which is left as it is
     * @param network of the scenario the book was made of
     * @param anchors kept from earlier audits; may be empty
     */
    public static AuditReport run(Connection connection, Network network, List<Anchor> anchors, Progress progress)
            throws SQLException {
        if (!connection.getAutoCommit()) {
            return run(new DatabaseBook(connection), network, anchors, progress);
        }
        int isolation = connection.getTransactionIsolation();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            return run(new DatabaseBook(connection), network, anchors, progress);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(isolation);
        }
    }

    static AuditReport run(StoredBook book, Network network, List<Anchor> anchors, Progress progress)
            throws SQLException {
        return new BookAudit(network, anchors).of(book, progress);
    }

    private static List<Anchor> of(Anchor.Of chain, List<Anchor> anchors) {
        return anchors.stream().filter(anchor -> anchor.of() == chain).toList();
    }

    private AuditReport of(StoredBook book, Progress progress) throws SQLException {
        Optional<StoredHead> head = book.head();
        long all = head.map(StoredHead::position).orElse(0L);
        EngineReplay replay = new EngineReplay(network, book.snapshot(), findings);
        long[] entries = new long[1];
        new ReadAhead(book, new EntryText(network)).each(understood -> {
            add(understood, replay);
            if (++entries[0] % ENTRIES_BETWEEN_NEWS == 0) {
                progress.report(entries[0], all);
            }
        });
        progress.report(entries[0], all);
        chain.end();
        fold.end();
        head(head);
        new CounterCheck(network, fold.buckets(), findings).run(book.resources(), book.buckets());
        requests(book.requests());
        replay.end(fold);
        Optional<Anchor> noticesEnd = notices.run(book);
        Optional<Anchor> end = chain.last() == 0
                ? Optional.empty()
                : Optional.of(new Anchor(chain.last(), chain.lastHash().toString()));
        return new AuditReport(entries[0], fold.size(), end, noticesEnd, findings.checks(), findings.differences());
    }

    private void add(Understood understood, EngineReplay replay) {
        StoredEntry stored = understood.stored();
        Entry entry = understood.entry();
        chain.add(stored);
        findings.count(Check.WORDING);
        if (entry == null) {
            findings.add(Check.WORDING, stored.place(), understood.fault());
            replay.breakOff(stored.place(), "found an entry that is not understood, the replay ends here");
            return;
        }
        String orderId = entry.orderId();
        if (!(orderId.isEmpty() ? stored.orderId() == null : orderId.equals(stored.orderId()))) {
            findings.add(
                    Check.WORDING,
                    stored.place(),
                    "found order " + stored.orderId() + " beside the entry, expected "
                            + (orderId.isEmpty() ? "none" : orderId));
        }
        fold.add(entry);
        replay.add(entry);
    }

    private void head(Optional<StoredHead> head) {
        findings.count(Check.HEAD);
        if (head.isEmpty()) {
            findings.add(Check.HEAD, "head", "found none or several, expected one");
            return;
        }
        if (head.get().position() != chain.last()) {
            findings.add(
                    Check.HEAD,
                    "head",
                    "found entry " + head.get().position() + " named, expected entry " + chain.last()
                            + ", the last one there is");
        }
        if (!head.get().hash().equals(chain.lastHash())) {
            findings.add(Check.HEAD, "head", "found another hash than that of entry " + chain.last());
        }
    }

    private void requests(List<StoredRequest> requests) {
        for (StoredRequest request : requests) {
            findings.count(Check.REQUESTS);
            // A command that changed nothing points just before its first.
            boolean inside = request.firstPosition() >= 1
                    && request.lastPosition() >= request.firstPosition() - 1
                    && request.lastPosition() <= chain.last();
            if (!inside) {
                findings.add(
                        Check.REQUESTS,
                        "request " + request.id(),
                        "found entries " + request.firstPosition() + " to " + request.lastPosition()
                                + ", expected entries between 1 and " + chain.last());
            }
        }
    }
}
